"""The office as a form: the same fields when it is made and when it is edited."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from coordinator_app.domain.views import OfficeCard
from coordinator_app.ui.background import Background
from coordinator_app.ui.messages import Messages
from coordinator_app.ui.widgets.choice import NoteField
from coordinator_app.ui.widgets.fields import TextField
from coordinator_app.ui.widgets.form import Form
from coordinator_app.ui.widgets.office_fields import EmailField, LogoField, ZoneField

HOME_ZONE = "Pacific/Honolulu"


def _tr(text: str) -> str:
    return QCoreApplication.translate("OfficeForm", text)


class AssociationFields:
    """Name, short name, address, time zone and logo, added to a form."""

    def __init__(
        self, form: Form, background: Background, messages: Messages, owner: QWidget
    ) -> None:
        self.name = TextField(parent=owner)
        self.short_name = TextField(parent=owner)
        self.address = NoteField(parent=owner, lines=3)
        self.zone = ZoneField(parent=owner)
        self.zone.set_value(HOME_ZONE)
        self.logo = LogoField(background, messages, owner)
        self._form = form
        self._add(form)
        self.logo.changed.connect(self._show_logo_problem)

    def _add(self, form: Form) -> None:
        form.add("name", _tr("&Association"), self.name, required=True)
        form.add(
            "short_name",
            _tr("&Short name"),
            self.short_name,
            required=True,
            hint=_tr("Shown at the top of the window and in the registry, such as AIMH HI."),
        )
        form.add("address", _tr("Add&ress"), self.address, hint=_tr("At the head of the letters."))
        form.add(
            "time_zone",
            _tr("&Time zone"),
            self.zone,
            required=True,
            hint=_tr("Due days are days of this zone. Type a city to choose."),
        )
        form.add("logo", _tr("&Logo"), self.logo)

    def _show_logo_problem(self) -> None:
        self._form.show_error("logo", self.logo.problem)

    def show_card(self, card: OfficeCard, logo: bytes | None) -> None:
        """Fill in an office that is there."""
        self.name.set_value(card.name)
        self.short_name.set_value(card.short_name)
        self.address.set_value(card.address)
        self.zone.set_value(card.time_zone)
        self.logo.value = None
        self.logo.show_logo(logo)


class CoordinatorFields:
    """Who coordinates, as the journal and the letters name them."""

    def __init__(self, form: Form, owner: QWidget) -> None:
        self.name = TextField(parent=owner)
        self.title = TextField(parent=owner)
        self.title.set_value("Endorsement Coordinator")
        self.email = EmailField(parent=owner)
        self.phone = TextField(parent=owner)
        form.add(
            "coordinator",
            _tr("&Your name"),
            self.name,
            required=True,
            hint=_tr("Every change in the journal is signed with it, and every letter."),
        )
        form.add("title", _tr("T&itle"), self.title)
        form.add("email", _tr("&E-mail"), self.email, hint=_tr("On the letters; may stay empty."))
        form.add("phone", _tr("&Phone"), self.phone)

    def show_card(self, card: OfficeCard) -> None:
        """Fill in an office that is there."""
        self.name.set_value(card.coordinator)
        self.title.set_value(card.coordinator_title)
        self.email.set_value(card.email)
        self.phone.set_value(card.phone)
