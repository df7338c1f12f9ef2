"""What the program is, of what it is made, and under which licences."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

import coordinator_app
from coordinator_app.runtime.floors import installed_version
from coordinator_app.ui.fitting import fit
from coordinator_app.ui.spacing import space
from coordinator_app.ui.tables import Cell, Column, RowModel
from coordinator_app.ui.widgets.buttons import Button, Kind
from coordinator_app.ui.widgets.card import Card, buttons
from coordinator_app.ui.widgets.labels import Muted, PlainLabel, Title
from coordinator_app.ui.widgets.table_view import TableView


@dataclass(frozen=True, slots=True)
class Used:
    """A package the program stands on: `package` is its name at installation, "" for fonts."""

    name: str
    licence: str
    package: str = ""

    @property
    def version(self) -> str:
        return installed_version(self.package) if self.package else ""


USED: tuple[Used, ...] = (
    Used("Qt and PySide6", "LGPL-3.0", "pyside6-essentials"),
    Used("SQLCipher (sqlcipher3)", "BSD-3-Clause, zlib", "sqlcipher3"),
    Used("SQLAlchemy", "MIT", "sqlalchemy"),
    Used("Alembic", "MIT", "alembic"),
    Used("ReportLab", "BSD-3-Clause", "reportlab"),
    Used("openpyxl", "MIT", "openpyxl"),
    Used("pikepdf", "MPL-2.0", "pikepdf"),
    Used("pypdfium2", "BSD-3-Clause, Apache-2.0", "pypdfium2"),
    Used("Pillow", "MIT-CMU", "pillow"),
    Used("Python Liquid", "MIT", "python-liquid"),
    Used("RapidFuzz", "MIT", "rapidfuzz"),
    Used("argon2-cffi", "MIT", "argon2-cffi"),
    Used("defusedxml", "PSF-2.0", "defusedxml"),
    Used("email-validator", "Unlicense", "email-validator"),
    Used("platformdirs", "MIT", "platformdirs"),
    Used("TOML Kit", "MIT", "tomlkit"),
    Used("Inter", "OFL-1.1"),
    Used("Noto Sans, Noto Serif, Noto Sans Mono", "OFL-1.1"),
)


def _name(row: Used) -> str:
    return row.name


def _licence(row: Used) -> str:
    return row.licence


def _version(row: Used) -> str:
    return row.version


class AboutDialog(QDialog):
    """A page to read; Esc closes it."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About"))
        self.model = RowModel(self._columns(), key=_name, parent=self)
        self.model.show(USED)
        self.table = TableView(self.model, self.tr("Made with"), self)
        card = Card(self, flush=True)
        card.add(self.table)
        close = Button(self.tr("Close"), Kind.ACCENT, self)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        space(column, (22, 18, 22, 18), 10)
        column.addWidget(Title(self.tr("Endorsement Coordinator"), self))
        version = self.tr("Version {version}").format(version=coordinator_app.__version__)
        column.addWidget(Muted(version, self))
        for said in self._said():
            column.addWidget(PlainLabel(said, self, wrap=True))
        column.addWidget(card, 1)
        column.addLayout(buttons(close, spread=True))
        fit(self, owner, 640, 600)
        close.setFocus()

    def _said(self) -> tuple[str, ...]:
        return (
            self.tr(
                "Free software under the Apache License 2.0. The program sends nothing anywhere: "
                "an office lies in one file on this computer."
            ),
            self.tr(
                "It uses Qt under the GNU Lesser General Public License, version 3: Qt’s libraries "
                "are separate files in the program’s folder and may be replaced by your own."
            ),
        )

    def _columns(self) -> list[Column[Used]]:
        return [
            Column(key="name", title=self.tr("Made with"), text=_name, width=30, stretch=True),
            Column(
                key="version", title=self.tr("Version"), text=_version, cell=Cell.MUTED, width=12
            ),
            Column(
                key="licence", title=self.tr("License"), text=_licence, cell=Cell.MUTED, width=22
            ),
        ]
