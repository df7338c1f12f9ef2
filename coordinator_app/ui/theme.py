"""How the program looks: palette, fonts and sizes, applied to the application at any time.

`palette.py` names the colours, `stylesheet.py` makes one QSS of them. Widgets that paint
themselves ask `theme.now()` while painting, so that they are right after every change.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from coordinator_app.ui.palette import DARK, LIGHT, Palette, Tint, Tone
from coordinator_app.ui.stylesheet import stylesheet

__all__ = ["FAMILY", "MONO", "Look", "Palette", "Theme", "Tint", "Tone", "now", "register_fonts"]

FAMILY = "Inter"
MONO = "Noto Sans Mono"
BASE_PIXELS = 13.0
SMALLEST, LARGEST = 80, 200


class Look(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def system_look() -> Look:
    """What the operating system wishes; the one place that asks (offscreen has no wish: light)."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return Look.DARK if dark else Look.LIGHT


def register_fonts(folder: Path) -> list[str]:
    """Register every font file in `folder`; the families found, sorted. Call before any widget."""
    families: set[str] = set()
    for file in sorted(folder.glob("*.[to]tf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families.update(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
    return sorted(families)


class Theme(QObject):
    """The look of the whole application: one per QApplication, its child.

    `wish` is asked for the system's look; tests pass their own.
    """

    changed = Signal(object)

    def __init__(self, app: QApplication, wish: Callable[[], Look] = system_look) -> None:
        super().__init__(app)
        self._app = app
        self._wish = wish
        self._look = Look.SYSTEM
        self.palette: Palette = LIGHT
        self.percent = 100
        app.setProperty("coordinator.theme", self)
        app.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def look(self) -> Look:
        return self._look

    def show(self, look: Look = Look.SYSTEM, percent: int = 100) -> None:
        """Apply a look and a text size in per cent (80 to 200) to every window, open ones too."""
        self._look = look
        self.percent = max(SMALLEST, min(LARGEST, percent))
        chosen = self._wish() if look is Look.SYSTEM else look
        self.palette = DARK if chosen is Look.DARK else LIGHT
        self._app.setPalette(_qt_palette(self.palette))
        self._app.setFont(self.font())
        self._app.setStyleSheet(stylesheet(self.palette, self.px, MONO))
        self.changed.emit(self.palette)

    def px(self, pixels: float) -> int:
        """A length of the design at 100 % as pixels at the present text size; only nothing gives 0."""
        return max(1, round(pixels * self.percent / 100)) if pixels else 0

    def font(
        self,
        pixels: float = BASE_PIXELS,
        weight: int = 400,
        *,
        mono: bool = False,
        figures: bool = False,
    ) -> QFont:
        """A font of the design: size at 100 %, weight 400, 500, 600 or 700.

        `figures` are all of one width, for columns of numbers (Inter widens its hyphens then too).
        """
        font = QFont([MONO, "monospace"] if mono else [FAMILY, "Noto Sans", "sans-serif"])
        font.setPixelSize(max(8, round(pixels * self.percent / 100)))
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if figures and not mono:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def colour(self, token: str) -> QColor:
        """The colour of a palette's field by its name, for painting."""
        return QColor(str(getattr(self.palette, token)))

    def _system_changed(self) -> None:
        if self._look is Look.SYSTEM:
            self.show(self._look, self.percent)


def now() -> Theme:
    """The application's theme; a light one is made where none was shown yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication must exist before anything is painted")
    found = app.property("coordinator.theme")
    if isinstance(found, Theme):
        return found
    theme = Theme(app)
    theme.show(Look.LIGHT)
    return theme


def _qt_palette(tokens: Palette) -> QPalette:
    """Qt's roles, for the parts of Fusion that the style sheet leaves alone."""
    role = QPalette.ColorRole
    palette = QPalette()
    for part, colour in {
        role.Window: tokens.page,
        role.WindowText: tokens.text,
        role.Base: tokens.card,
        role.AlternateBase: tokens.head,
        role.Text: tokens.text,
        role.Button: tokens.card,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.urgent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.ToolTipBase: tokens.card,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Link: tokens.link,
        role.LinkVisited: tokens.link,
        role.Accent: tokens.accent,
        role.Light: tokens.head,
        role.Midlight: tokens.row_line,
        role.Mid: tokens.line,
        role.Dark: tokens.track,
        role.Shadow: tokens.line,
    }.items():
        palette.setColor(part, QColor(colour))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, part, QColor(tokens.disabled))
    return palette
