"""The frame and every widget with invented content, as pictures to look at.

`python -m coordinator_app.ui.widgets.gallery --out DIR`
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from coordinator_app.domain.changes import Changes
from coordinator_app.runtime.paths import fonts_folder
from coordinator_app.ui import formats
from coordinator_app.ui.background import Background
from coordinator_app.ui.feed import Feed
from coordinator_app.ui.frame import (
    Count,
    Found,
    FoundGroup,
    FrameFacts,
    FrameServices,
    PageSpec,
    Status,
)
from coordinator_app.ui.main_window import MainWindow
from coordinator_app.ui.messages import Messages
from coordinator_app.ui.page import Place
from coordinator_app.ui.pictures import picture, settle
from coordinator_app.ui.theme import Look, Theme, register_fonts
from coordinator_app.ui.widgets import gallery_pages as pages

SIZES = (QSize(1440, 900), QSize(1100, 700))


def found(text: str) -> Sequence[FoundGroup]:
    people = [
        Found("Keoni Nāluʻai", "keoni@example.org", Place("case")),
        Found("Leilani Kahananui", "IMHS", Place("case")),
    ]
    cases = [Found("2026-007 Keoni Nāluʻai", "IFS · in review", Place("case"))]
    return [FoundGroup("People", people), FoundGroup("Applications", cases)]


def facts() -> FrameFacts:
    counts = {
        "today": Count(9, urgent=True),
        "applications": Count(41),
        "registry": Count(312),
        "people": Count(508),
        "letters": Count(4),
    }
    status = Status(
        file="registry.endorse",
        protected=True,
        saved=datetime(2026, 2, 20, 14, 2, 31, tzinfo=UTC),
        backup="Backup today 08:00 (verified)",
        entries=18204,
        verified=True,
        policy="Policy AIMH HI 2024-01 in force",
    )
    return FrameFacts(status, counts, undo="Record rating")


def changes() -> Changes:
    return Changes("Record rating", 18205)


def page_specs(messages: Messages, background: Background) -> list[PageSpec]:
    made: list[tuple[str, str, Callable[[], pages.Page]]] = [
        ("today", "Today", pages.TodayPage),
        ("applications", "Applications", lambda: pages.FieldsPage(messages)),
        ("registry", "Registry", lambda: pages.RegistryPage(background)),
        ("people", "People", pages.EmptyPage),
        ("letters", "Letters", lambda: pages.LetterPage(messages)),
    ]
    specs = [PageSpec(key, title, make) for key, title, make in made]
    below = [PageSpec("policy", "Policy", pages.EmptyPage, below=True)]
    below.append(PageSpec("settings", "Settings", pages.EmptyPage, below=True))
    return [
        *specs,
        *below,
        PageSpec("case", "Case", pages.CasePage, hidden=True, under="applications"),
    ]


def window(background: Background, *, practice: bool = False) -> MainWindow:
    """The frame with invented pages."""
    messages = Messages()
    services = FrameServices(facts, found, changes, changes)
    specs = page_specs(messages, background)
    made = MainWindow(
        "AIMH HI", specs, services, background, Feed(background), messages, practice=practice
    )
    made.commands.on("case.new", made.go_back)
    made.start()
    return made


def draw(theme: Theme, background: Background, out: Path) -> None:
    for look in (Look.LIGHT, Look.DARK):
        theme.show(look)
        shown = window(background)
        shown.show()
        for key in ("today", "case", "applications", "registry", "people", "letters"):
            shown.go(Place(key))
            for size in SIZES:
                shown.resize(size)
                settle(background)
                picture(shown).save(str(out / f"{key}-{look.value}-{size.width()}.png"))
            if key in ("today", "case"):
                picture(shown, 2.0).save(str(out / f"{key}-{look.value}-2x.png"))
        shown.close()
        shown.deleteLater()


def draw_large(theme: Theme, background: Background, out: Path) -> None:
    """The practice office with text half as large again, search open."""
    theme.show(Look.LIGHT, 150)
    shown = window(background, practice=True)
    shown.resize(SIZES[0])
    shown.show()
    shown.activateWindow()
    settle(background)
    picture(shown).save(str(out / "practice-150.png"))
    theme.show(Look.LIGHT)
    shown.search.setFocus()
    shown.search.setText("keo")
    shown.search.textEdited.emit("keo")
    for _ in range(6):
        settle(background)
    picture(shown).save(str(out / "search.png"))
    shown.close()


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out: Path = parser.parse_args(words).out
    out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    register_fonts(fonts_folder())
    formats.use_locale()
    theme = Theme(app)
    background = Background(app)
    draw(theme, background, out)
    draw_large(theme, background, out)
    background.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
