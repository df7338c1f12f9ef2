"""What the doctor says: the program, the computer, the places, and whether each is as it should be.

The same text serves Help, the command line and bug reports; the user's home is written as `~`.
What only the file knows (its revision, checks, size) is passed in by the caller.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import coordinator_app
from coordinator_app.domain.phrases import Phrase, phrase
from coordinator_app.runtime import floors, paths
from coordinator_app.runtime.logs import scrubbed
from coordinator_app.runtime.paths import Paths
from coordinator_app.runtime.places import Place, place_of
from coordinator_app.runtime.sentences import say

_LEAST_FREE = 200_000_000  # bytes: room for a large office's backup and its letters
FONTS = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "NotoSerif-Regular.ttf",
    "NotoSerif-Italic.ttf",
    "NotoSerif-Bold.ttf",
    "NotoSans-Regular.ttf",
    "NotoSans-Italic.ttf",
    "NotoSans-Bold.ttf",
    "NotoSansMono-Regular.ttf",
)

Section = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Sections of facts by their title, and the troubles found."""

    sections: Mapping[str, Section]
    troubles: tuple[Phrase, ...] = field(default=())

    @property
    def is_well(self) -> bool:
        return not self.troubles


def diagnose(
    profile: Paths,
    file: Path | None = None,
    known: Mapping[str, str] | None = None,
    more: Mapping[str, Section] | None = None,
    troubles: tuple[Phrase, ...] = (),
) -> Diagnosis:
    """Look at the computer, the profile and the place of `file`.

    `known` are versions only another layer can tell (by the names in `floors.FLOORS`); `more` are
    sections and `troubles` what another layer has found about the file.
    """
    found = floors.versions(known or {})
    checked = {name: value for name, value in found.items() if value or name != floors.SQLITE}
    places = {"profile": profile.profile} | ({"file": file} if file else {})
    looked = {name: place_of(path) for name, path in places.items()}
    sections = {
        "program": program(),
        "packages": {name: value or "missing" for name, value in checked.items()},
        "folders": folders(profile),
        **{f"place of the {name}": place_section(place) for name, place in looked.items()},
        **(more or {}),
    }
    wrong = [told for name, place in looked.items() for told in place_troubles(places[name], place)]
    return Diagnosis(sections, (*floors.below_floor(checked), *_missing_fonts(), *wrong, *troubles))


def report(diagnosis: Diagnosis) -> str:
    """The diagnosis as text, without the name of the user's home."""
    blocks = [_block(title, facts) for title, facts in diagnosis.sections.items()]
    said = [f"- {say(told)}" for told in diagnosis.troubles] or ["- none"]
    return scrubbed("\n\n".join([*blocks, "\n".join(["Troubles", *said])]) + "\n")


def program() -> Section:
    frozen = "built program" if getattr(sys, "frozen", False) else "from its source"
    return {
        "version": f"{coordinator_app.__version__} ({frozen})",
        "Python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
    }


def folders(profile: Paths) -> Section:
    return {
        "resources": str(paths.resources_folder()),
        "profile": str(profile.profile),
        "settings": str(profile.settings),
        "log": str(profile.log),
    }


def place_section(place: Place) -> Section:
    return {
        "file system": place.kind or "not known",
        "network drive": "yes" if place.is_network else "no",
        "synced by": place.synced_by or "none seen",
        "free": f"{place.free // 1_000_000} MB",
    }


def place_troubles(path: Path, place: Place) -> list[Phrase]:
    """What speaks against keeping an office file there: a network drive, a synced folder, no room."""
    found: list[Phrase] = []
    if place.is_network:
        found.append(phrase("place.network", path=str(path), kind=place.kind))
    if place.synced_by:
        found.append(phrase("place.synced", path=str(path), program=place.synced_by))
    if place.free < _LEAST_FREE:
        found.append(phrase("place.no_room", path=str(path), megabytes=place.free // 1_000_000))
    return found


def _missing_fonts() -> list[Phrase]:
    folder = paths.fonts_folder()
    return [phrase("fonts.missing", file=name) for name in FONTS if not (folder / name).is_file()]


def _block(title: str, facts: Section) -> str:
    width = max((len(name) for name in facts), default=0)
    lines = (f"  {name:{width}}  {value}" for name, value in facts.items())
    return "\n".join([title.capitalize(), *lines])
