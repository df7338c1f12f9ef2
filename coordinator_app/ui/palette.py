"""The colours of the program: two palettes of named tokens, and nothing else names a colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a pill or a notice says by its tint; its words say the same."""

    GOOD = "good"
    WAIT = "wait"
    BAD = "bad"
    PLAIN = "plain"
    NEWS = "news"


@dataclass(frozen=True, slots=True)
class Tint:
    """A pill: its fill, its edge and its words."""

    fill: str
    edge: str
    ink: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`, named by what they are for."""

    name: str
    page: str
    sidebar: str
    bar: str
    card: str
    head: str
    line: str
    row_line: str
    control_edge: str
    field: str
    text: str
    strong: str
    quiet: str
    muted: str
    accent: str
    accent_over: str
    on_accent: str
    link: str
    selected: str
    hover: str
    chosen: str
    chosen_ink: str
    urgent: str
    focus: str
    why: str
    track: str
    waiting: str
    now: str
    disabled: str
    good: Tint
    wait: Tint
    bad: Tint
    plain: Tint
    news: Tint

    def tint(self, tone: Tone) -> Tint:
        tints = {
            Tone.GOOD: self.good,
            Tone.WAIT: self.wait,
            Tone.BAD: self.bad,
            Tone.NEWS: self.news,
        }
        return tints.get(tone, self.plain)

    def readings(self) -> Iterator[tuple[str, str, str]]:
        """(what, ink, ground) of every pair in which text is read."""
        grounds = {"page": self.page, "sidebar": self.sidebar, "bar": self.bar, "card": self.card}
        tables = {"head": self.head, "selected": self.selected, "hover": self.hover}
        inks = {"text": self.text, "strong": self.strong, "quiet": self.quiet, "muted": self.muted}
        for where, ground in (grounds | tables | {"why": self.why, "field": self.field}).items():
            for what, ink in inks.items():
                yield f"{what} on {where}", ink, ground
        for where, ground in ({"card": self.card, "page": self.page} | tables).items():
            yield f"link on {where}", self.link, ground
        yield "on_accent on accent", self.on_accent, self.accent
        yield "on_accent on accent_over", self.on_accent, self.accent_over
        yield "chosen_ink on chosen", self.chosen_ink, self.chosen
        yield "urgent on sidebar", self.urgent, self.sidebar
        yield "urgent on chosen", self.urgent, self.chosen
        yield "urgent on card", self.urgent, self.card
        yield "urgent on page", self.urgent, self.page
        for tone in Tone:
            yield f"{tone} pill", self.tint(tone).ink, self.tint(tone).fill


LIGHT = Palette(
    name="light",
    page="#f6f7f5",
    sidebar="#eef1ef",
    bar="#ffffff",
    card="#ffffff",
    head="#fafbfa",
    line="#dfe4e2",
    row_line="#edf0ef",
    control_edge="#cdd5d2",
    field="#fafbfa",
    text="#1d2b2f",
    strong="#16242a",
    quiet="#33464a",
    muted="#5a6a6e",
    accent="#0b6a6b",
    accent_over="#085556",
    on_accent="#ffffff",
    link="#0b6a6b",
    selected="#e3efec",
    hover="#f3f7f6",
    chosen="#d9e8e5",
    chosen_ink="#0a5253",
    urgent="#a93a28",
    focus="#0b6a6b",
    why="#f4f8f7",
    track="#e6ebe9",
    waiting="#b9c5c2",
    now="#d19a1a",
    disabled="#98a5a6",
    good=Tint("#e7f3ec", "#c4e0d0", "#1d6b45"),
    wait=Tint("#fdf3de", "#f0dcae", "#845600"),
    bad=Tint("#fbeae6", "#f0c9c0", "#a23522"),
    plain=Tint("#f0f3f2", "#dbe1df", "#506165"),
    news=Tint("#e8f0f9", "#cbdcee", "#245a91"),
)

DARK = Palette(
    name="dark",
    page="#141a1b",
    sidebar="#171e1f",
    bar="#1b2324",
    card="#1b2324",
    head="#1f2829",
    line="#2b3739",
    row_line="#273234",
    control_edge="#3c4b4e",
    field="#141a1b",
    text="#dfe7e7",
    strong="#eef3f3",
    quiet="#cbd6d7",
    muted="#96a8ab",
    accent="#2a9a96",
    accent_over="#38b0ab",
    on_accent="#07191a",
    link="#6fcfc8",
    selected="#1d3332",
    hover="#202b2c",
    chosen="#1f3b3a",
    chosen_ink="#9fe0da",
    urgent="#f29a88",
    focus="#4cc3bd",
    why="#18282a",
    track="#2b3739",
    waiting="#4b5c5f",
    now="#e0ab35",
    disabled="#66777a",
    good=Tint("#173024", "#2c5a43", "#8ed6ae"),
    wait=Tint("#352a12", "#66501f", "#f0c875"),
    bad=Tint("#3a1d18", "#6e3529", "#f4a08f"),
    plain=Tint("#242e30", "#3a484b", "#b4c3c5"),
    news=Tint("#172a3d", "#2d4a69", "#9cc6ee"),
)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
