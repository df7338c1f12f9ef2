"""A person's record: entered anew, or corrected."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from coordinator_app.domain.people import PersonDraft, split_name
from coordinator_app.domain.views import PersonCard
from coordinator_app.services.people import Likely
from coordinator_app.ui import formats
from coordinator_app.ui.dialogs.entry import Ask, EntryDialog
from coordinator_app.ui.palette import Tone
from coordinator_app.ui.tools import Tools
from coordinator_app.ui.widgets.choice import NoteField
from coordinator_app.ui.widgets.fields import DateField, TextField

_WORDS = (
    "given",
    "family",
    "letter_name",
    "island",
    "agency",
    "discipline",
    "language",
    "easy_number",
    "membership_association",
)


class PersonDialog(EntryDialog):
    """Edits a PersonDraft; `card` None is a new person. `written` carries the Changes."""

    fields: ClassVar[Mapping[str, str]] = {"email.not_one": "email", "person.name_missing": "name"}

    def __init__(self, tools: Tools, card: PersonCard | None, owner: QWidget) -> None:
        super().__init__(owner, tools)
        self.begin(self.tr("Person") if card else self.tr("Add person"), self.tr("&Save"))
        self._card = card
        self._seen: PersonDraft | None = None
        self.name = TextField()
        self.words = {key: TextField() for key in _WORDS}
        self.email, self.phone, self.former = TextField(), TextField(), TextField()
        self.address = NoteField(self.tr("Postal address"), self)
        self.member_until = DateField(today=tools.desk.today())
        self._add_rows()
        if card is not None:
            self._show(card)
        self.name.setFocus()

    def asked(self) -> Ask:
        people = self.tools.desk.people
        if self._card is None:
            return partial(people.add, self.draft())
        return partial(people.change, self._card.id, self.draft())

    def draft(self) -> PersonDraft:
        """What was entered."""
        given, family = self.words["given"].value, self.words["family"].value
        if not given and not family:
            given, family = split_name(self.name.value)
        until = self.member_until.value
        words = {key: field.value for key, field in self.words.items()}
        return PersonDraft(
            name=self.name.value,
            former_names=(self.former.value,) if self.former.value else (),
            emails=(self.email.value,) if self.email.value else (),
            phones=(self.phone.value,) if self.phone.value else (),
            address=self.address.value,
            membership_until=until.isoformat() if until else "",
            **words | {"given": given, "family": family},
        )

    def save(self) -> None:
        """A new person is compared with those on file first; saving once more writes it."""
        if self._card is not None or not self.checked() or self.draft() == self._seen:
            super().save()
            return
        self._seen = self.draft()
        look = partial(self.tools.desk.people.maybe_same, self.draft())
        self.tools.fetch(self, look, self._compared)

    def _compared(self, found: tuple[Likely, ...]) -> None:
        if not found:
            super().save()
            return
        names = formats.names([one.name for one in found])
        told = self.tr(
            "On file already, and maybe the same: {names}. Save again to add a new person."
        )
        self.notice.say(told.format(names=names), Tone.WAIT)

    def _add_rows(self) -> None:
        add, words = self.form.add, self.words
        add("name", self.tr("&Name as written"), self.name, required=True)
        add("given", self.tr("&Given name"), words["given"])
        add(
            "family",
            self.tr("&Family name"),
            words["family"],
            hint=self.tr("Lists are sorted by it."),
        )
        add("letter_name", self.tr("Name for &letters"), words["letter_name"])
        add("former", self.tr("Former na&me"), self.former)
        add("email", self.tr("&E-mail"), self.email)
        add("phone", self.tr("&Phone"), self.phone)
        add("address", self.tr("Postal a&ddress"), self.address)
        add("island", self.tr("&Island or county"), words["island"])
        add("agency", self.tr("&Agency"), words["agency"])
        add("discipline", self.tr("Di&scipline"), words["discipline"])
        add("language", self.tr("Lang&uage"), words["language"])
        add("membership_association", self.tr("Member &of"), words["membership_association"])
        add("member_until", self.tr("Member &until"), self.member_until)
        add("easy_number", self.tr("EASy num&ber"), words["easy_number"])

    def _show(self, card: PersonCard) -> None:
        self.name.set_value(card.name)
        for key in _WORDS:
            if key != "agency":
                self.words[key].set_value(getattr(card, key))
        self.address.set_value(card.address)
        self.member_until.set_value(card.membership_until)
