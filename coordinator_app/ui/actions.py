"""Every command, declared once: menus, shortcuts and the Keyboard page are made from this."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from coordinator_app.domain.fold import fold


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark `text` for translation under `context` and give it back unchanged."""
    del context
    return text


class Menu(StrEnum):
    """The menus, in their order."""

    FILE = QT_TRANSLATE_NOOP("commands", "&File")
    EDIT = QT_TRANSLATE_NOOP("commands", "&Edit")
    GO = QT_TRANSLATE_NOOP("commands", "&Go")
    CASE = QT_TRANSLATE_NOOP("commands", "&Case")
    REGISTRY = QT_TRANSLATE_NOOP("commands", "&Registry")
    LETTERS = QT_TRANSLATE_NOOP("commands", "&Letters")
    HELP = QT_TRANSLATE_NOOP("commands", "&Help")


@dataclass(frozen=True, slots=True)
class Command:
    """`id` is what is dispatched; `keys` as Qt writes them, several parted by "; ".

    `apart` puts a line above it in its menu. A command that `needs_selection` is off while nothing
    is selected.
    """

    id: str
    text: str
    menu: Menu
    keys: str = ""
    needs_selection: bool = False
    apart: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("file.new", QT_TRANSLATE_NOOP("commands", "&New office…"), Menu.FILE),
    Command("file.open", QT_TRANSLATE_NOOP("commands", "&Open office…"), Menu.FILE, "Ctrl+O"),
    Command("file.practice", QT_TRANSLATE_NOOP("commands", "&Practice office"), Menu.FILE),
    Command(
        "file.import",
        QT_TRANSLATE_NOOP("commands", "&Import a spreadsheet…"),
        Menu.FILE,
        "Ctrl+I",
        apart=True,
    ),
    Command("file.backup", QT_TRANSLATE_NOOP("commands", "&Back up now…"), Menu.FILE),
    Command(
        "file.close",
        QT_TRANSLATE_NOOP("commands", "&Close office"),
        Menu.FILE,
        "Ctrl+W",
        apart=True,
    ),
    Command("file.quit", QT_TRANSLATE_NOOP("commands", "&Quit"), Menu.FILE, "Ctrl+Q"),
    Command("edit.undo", QT_TRANSLATE_NOOP("commands", "&Undo"), Menu.EDIT, "Ctrl+Z"),
    Command("edit.redo", QT_TRANSLATE_NOOP("commands", "&Redo"), Menu.EDIT, "Ctrl+Shift+Z; Ctrl+Y"),
    Command(
        "edit.note",
        QT_TRANSLATE_NOOP("commands", "&Note or to-do…"),
        Menu.EDIT,
        "Ctrl+Shift+N",
        apart=True,
    ),
    Command("go.search", QT_TRANSLATE_NOOP("commands", "&Search"), Menu.GO, "Ctrl+K; Ctrl+F"),
    Command("go.back", QT_TRANSLATE_NOOP("commands", "&Back"), Menu.GO, "Alt+Left"),
    Command("go.refresh", QT_TRANSLATE_NOOP("commands", "&Refresh"), Menu.GO, "F5"),
    Command(
        "view.larger",
        QT_TRANSLATE_NOOP("commands", "&Larger text"),
        Menu.GO,
        "Ctrl++; Ctrl+=",
        apart=True,
    ),
    Command("view.smaller", QT_TRANSLATE_NOOP("commands", "S&maller text"), Menu.GO, "Ctrl+-"),
    Command("view.dark", QT_TRANSLATE_NOOP("commands", "Light or &dark"), Menu.GO, "Ctrl+Shift+D"),
    Command("case.new", QT_TRANSLATE_NOOP("commands", "&New application…"), Menu.CASE, "Ctrl+N"),
    Command(
        "case.evidence",
        QT_TRANSLATE_NOOP("commands", "&Enter evidence…"),
        Menu.CASE,
        "Ctrl+E",
        apart=True,
    ),
    Command("case.rater", QT_TRANSLATE_NOOP("commands", "Name &rater…"), Menu.CASE, "Ctrl+R"),
    Command("case.submit", QT_TRANSLATE_NOOP("commands", "&Submit…"), Menu.CASE, "Ctrl+Shift+S"),
    Command(
        "case.reviewer",
        QT_TRANSLATE_NOOP("commands", "&Assign reviewer…"),
        Menu.CASE,
        "Ctrl+Shift+R",
    ),
    Command("case.decide", QT_TRANSLATE_NOOP("commands", "&Decide…"), Menu.CASE, "Ctrl+D"),
    Command("case.letter", QT_TRANSLATE_NOOP("commands", "&Letter…"), Menu.CASE, "Ctrl+L"),
    Command("case.pause", QT_TRANSLATE_NOOP("commands", "&Pause…"), Menu.CASE, apart=True),
    Command("case.withdraw", QT_TRANSLATE_NOOP("commands", "&Withdraw…"), Menu.CASE),
    Command("case.close", QT_TRANSLATE_NOOP("commands", "&Close case…"), Menu.CASE),
    Command(
        "registry.add",
        QT_TRANSLATE_NOOP("commands", "&Add endorsement…"),
        Menu.REGISTRY,
        "Ctrl+Shift+A",
    ),
    Command(
        "registry.move",
        QT_TRANSLATE_NOOP("commands", "&Move…"),
        Menu.REGISTRY,
        "Ctrl+M",
        apart=True,
    ),
    Command(
        "registry.sanction",
        QT_TRANSLATE_NOOP("commands", "&Sanction learned…"),
        Menu.REGISTRY,
        "Ctrl+Shift+M",
    ),
    Command(
        "registry.renew", QT_TRANSLATE_NOOP("commands", "&Renewals…"), Menu.REGISTRY, "Ctrl+Shift+W"
    ),
    Command(
        "registry.letter", QT_TRANSLATE_NOOP("commands", "&Letter…"), Menu.REGISTRY, "Ctrl+Shift+L"
    ),
    Command(
        "registry.export",
        QT_TRANSLATE_NOOP("commands", "&Export…"),
        Menu.REGISTRY,
        "Ctrl+Shift+E",
        apart=True,
    ),
    Command(
        "letters.sent", QT_TRANSLATE_NOOP("commands", "&Mark sent…"), Menu.LETTERS, "Ctrl+Shift+K"
    ),
    Command(
        "letters.mail",
        QT_TRANSLATE_NOOP("commands", "&E-mail drafts…"),
        Menu.LETTERS,
        "Ctrl+Shift+O",
    ),
    Command(
        "letters.print",
        QT_TRANSLATE_NOOP("commands", "&Print letters…"),
        Menu.LETTERS,
        "Ctrl+Shift+P",
    ),
    Command("letters.save", QT_TRANSLATE_NOOP("commands", "&Save as PDF…"), Menu.LETTERS),
    Command(
        "letters.round",
        QT_TRANSLATE_NOOP("commands", "&Letters of a round…"),
        Menu.LETTERS,
        "Ctrl+Shift+B",
        apart=True,
    ),
    Command("help.handbook", QT_TRANSLATE_NOOP("commands", "&Handbook"), Menu.HELP, "F1"),
    Command("help.keyboard", QT_TRANSLATE_NOOP("commands", "&Keyboard"), Menu.HELP, "Ctrl+/"),
    Command("help.report", QT_TRANSLATE_NOOP("commands", "Copy &report"), Menu.HELP),
    Command("help.about", QT_TRANSLATE_NOOP("commands", "&About"), Menu.HELP, apart=True),
)

# Keys that widgets handle themselves, for the Keyboard page; none may also be a command's.
WIDGET_KEYS: tuple[tuple[str, str], ...] = (
    (
        "Alt+1",
        QT_TRANSLATE_NOOP("commands", "Go to the first page of the sidebar, and so on to Alt+9"),
    ),
    (
        "Return",
        QT_TRANSLATE_NOOP("commands", "In a table: open the row, or press its button or link"),
    ),
    ("Space", QT_TRANSLATE_NOOP("commands", "In a table: select the row, or take it out")),
    ("Alt+Down", QT_TRANSLATE_NOOP("commands", "In a table: sort by the current column")),
    ("Alt+Up", QT_TRANSLATE_NOOP("commands", "In a table: sort by the current column, backwards")),
    ("Ctrl+C", QT_TRANSLATE_NOOP("commands", "In a table: copy the selected rows")),
    ("Ctrl+A", QT_TRANSLATE_NOOP("commands", "In a table: select all rows")),
    ("Up", QT_TRANSLATE_NOOP("commands", "In a date: a day later; Down a day earlier")),
)


def shown_text(command: Command) -> str:
    """The command's words in the reader's language, with its mnemonic."""
    return QCoreApplication.translate("commands", command.text)


def plain_text(command: Command) -> str:
    """The command's words without mnemonic."""
    return shown_text(command).replace("&", "")


def key_sequences(command: Command) -> list[QKeySequence]:
    return [QKeySequence(keys) for keys in command.keys.split("; ") if keys]


def clashes(commands: Sequence[Command]) -> list[tuple[str, str, str]]:
    """(keys, id, id) of every two commands with one shortcut: Qt would fire neither."""
    owner: dict[str, str] = {}
    found: list[tuple[str, str, str]] = []
    for command in commands:
        for keys in key_sequences(command):
            name = keys.toString()
            if name in owner:
                found.append((name, owner[name], command.id))
            owner[name] = command.id
    return found


class ActionSet(QWidget):
    """The QActions of the commands somebody has taken up; `fired(id)` when one is wanted.

    A command nobody takes up with `on` is in no menu: only what works is shown. Pages take up
    theirs while they are shown and give them back with `off`.
    """

    fired = Signal(object)

    def __init__(self, parent: QWidget, commands: Sequence[Command] = COMMANDS) -> None:
        super().__init__(parent)
        self.hide()
        self.commands = {command.id: command for command in commands}
        self._doers: dict[str, Callable[[], None]] = {}
        self._actions = {command.id: self._action(parent, command) for command in commands}

    def action(self, command_id: str) -> QAction:
        """The action of a command. Raises KeyError."""
        return self._actions[command_id]

    def on(self, command_id: str, do: Callable[[], None]) -> None:
        """`do` is called for this command from now on. Raises KeyError."""
        action = self._actions[command_id]
        self._doers[command_id] = do
        action.setVisible(True)
        action.setEnabled(not self.commands[command_id].needs_selection)

    def off(self, command_id: str) -> None:
        """Nobody does this command for now."""
        self._doers.pop(command_id, None)
        self._actions[command_id].setVisible(False)
        self._actions[command_id].setEnabled(False)

    def enable(self, command_id: str, *, enabled: bool) -> None:
        """Turn a command on or off; one that nobody does stays off."""
        self._actions[command_id].setEnabled(enabled and command_id in self._doers)

    def select(self, *, something: bool) -> None:
        """Tell whether rows are selected, for the commands that need it."""
        for command in self.commands.values():
            if command.needs_selection:
                self.enable(command.id, enabled=something)

    def fire(self, command_id: str) -> None:
        """Do a command as if its shortcut were pressed, if it is on."""
        do = self._doers.get(command_id)
        if do is not None and self._actions[command_id].isEnabled():
            self.fired.emit(command_id)
            do()

    def fill(self, bar: QMenuBar) -> dict[Menu, QMenu]:
        """Make the menus; each hides itself while it has nothing to show."""
        menus = {
            menu: bar.addMenu(QCoreApplication.translate("commands", menu.value)) for menu in Menu
        }
        for command in self.commands.values():
            if command.apart:
                menus[command.menu].addSeparator()
            menus[command.menu].addAction(self._actions[command.id])
        for menu in menus.values():
            menu.menuAction().setVisible(False)
        self._menus = menus
        self._show_menus()
        for action in self._actions.values():
            action.changed.connect(self._show_menus)
        return menus

    def _show_menus(self) -> None:
        for menu in self._menus.values():
            some = any(action.isVisible() for action in menu.actions() if not action.isSeparator())
            if menu.menuAction().isVisible() != some:
                menu.menuAction().setVisible(some)

    def _action(self, parent: QWidget, command: Command) -> QAction:
        action = QAction(shown_text(command), parent)
        action.setShortcuts(key_sequences(command))
        action.setVisible(False)
        action.setEnabled(False)
        action.triggered.connect(partial(self._triggered, command.id))
        parent.addAction(action)
        return action

    def _triggered(self, command_id: str, *_checked: object) -> None:
        self.fire(command_id)


def commands_named(actions: ActionSet, words: str) -> list[Command]:
    """The commands that can be done now and that the words point to, folded: each word begins one.

    A menu's name counts too ("registry move"), but not alone. Those whose own words come first in
    what was typed stand first; the search itself is not found by searching.
    """
    typed = fold(words).split()
    found = [
        (rank, each)
        for each in actions.commands.values()
        if actions.action(each.id).isVisible() and actions.action(each.id).isEnabled()
        if each.id != "go.search" and (rank := _rank(each, typed)) is not None
    ]
    return [each for _, each in sorted(found, key=lambda one: one[0])]


def _rank(command: Command, typed: Sequence[str]) -> int | None:
    own = fold(plain_text(command)).split()
    menu = fold(menu_text(command)).split()
    mine = [any(word.startswith(one) for word in own) for one in typed]
    every = [*own, *menu]
    if not any(mine) or not all(any(word.startswith(one) for word in every) for one in typed):
        return None
    return 0 if own[0].startswith(typed[0]) else 1


def menu_text(command: Command) -> str:
    """The name of the command's menu without mnemonic."""
    return QCoreApplication.translate("commands", command.menu.value).replace("&", "")


def shown_commands(actions: ActionSet) -> Mapping[str, Command]:
    """The commands that can be done now, for the Keyboard page."""
    return {key: each for key, each in actions.commands.items() if actions.action(key).isVisible()}
