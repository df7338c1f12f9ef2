"""Wordings: texts with facts in them, written by the office, so trusted with nothing.

A wording may print declared facts, choose by them and go through their lists. It can call nothing,
read no file and grow without bound nowhere: tags and filters that build texts are not there, and
loops, nesting, output and names are limited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar, NoReturn

from liquid import BoundTemplate, Environment, StrictUndefined
from liquid.exceptions import LiquidError

from coordinator_app.documents.plain_facts import Dates, Record, plain_facts, us_english
from coordinator_app.documents.samples import sample_facts
from coordinator_app.documents.worded import TAG_LINE, WordedLetter, read_lines
from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.letters import LetterFacts, LetterKind, letter_name
from coordinator_app.domain.phrases import Phrase, phrase

_TAGS = {"output", "content", "illegal", "if", "unless", "case", "for", "break", "continue"}
_MORE_TAGS = {"assign", "comment", "#"}
_FILTERS = {"upcase", "downcase", "capitalize", "strip", "default", "first", "last", "size"}
# Characters of a wording, and marks ({{ or {%) in it: reading takes time with their square.
_LONGEST = 20_000
_MOST_MARKS = 400
_MARK = re.compile(r"\{\{.*?\}\}")
_TAG_ONLY = re.compile(r"^([ \t]*(?:\{%[^{}]*%\}[ \t]*)+)$", re.MULTILINE)


class _LetterLanguage(Environment):
    """Liquid, reduced to what a letter needs."""

    block_nesting_limit: ClassVar[int] = 8
    context_depth_limit: ClassVar[int] = 16
    loop_iteration_limit: ClassVar[int | None] = 1_000
    output_stream_limit: ClassVar[int | None] = 1_000_000
    local_namespace_limit: ClassVar[int | None] = 1_000_000

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, strict_filters=True)
        for tag in self.tags.keys() - _TAGS - _MORE_TAGS:
            del self.tags[tag]
        for name in self.filters.keys() - _FILTERS:
            del self.filters[name]


_LANGUAGE = _LetterLanguage()


@dataclass(frozen=True, slots=True)
class Wording:
    """The text of one kind of letter in one language."""

    kind: LetterKind
    text: str
    language: str = "en"

    @property
    def version(self) -> str:
        """SHA-256 of the text: what to keep with a letter, besides its facts."""
        return sha256(self.text.encode()).hexdigest()


def shipped_wording(kind: LetterKind, folder: Path, language: str = "en") -> Wording:
    """The wording that comes with the program; `folder` is resources/letters."""
    path = folder / language / f"{kind.value}.liquid"
    return Wording(kind, path.read_text(encoding="utf-8"), language)


def check_wording(wording: Wording) -> None:
    """Refuse a wording that could not become a letter, whatever the facts.

    Raises BadInput("wording.refused") with `letter`, `line` (from 1) and `reason` (a Phrase). It
    is tried with invented facts, once with all of them and once with the needed ones only.
    """
    _parsed(wording)
    for full in (True, False):
        letter = word(wording, sample_facts(wording.kind, full=full))
        if not letter.closing:
            _refuse(wording, wording.text.count("\n") + 1, phrase("wording.no_closing"))


def word(wording: Wording, facts: LetterFacts, dates: Dates = us_english) -> WordedLetter:
    """Fill in the facts. Raises BadInput("wording.refused") as `check_wording` does."""
    if wording.kind is not facts.kind:
        _refuse(wording, 1, phrase("wording.other_letter", letter=letter_name(facts.kind)))
    template = _parsed(wording)
    try:
        text = template.render(**plain_facts(facts, dates))
    except LiquidError as trouble:
        _refuse(wording, _line_of(trouble, wording), _reason(trouble))
    except RecursionError:
        _refuse(wording, 1, phrase("wording.too_deep"))
    return read_lines(text)


def _parsed(wording: Wording) -> BoundTemplate:
    _check_text(wording)
    source = _TAG_ONLY.sub(rf"\1{TAG_LINE}", wording.text)
    try:
        template = _LANGUAGE.from_string(source)
    except LiquidError as trouble:
        _refuse(wording, _line_of(trouble, wording), _reason(trouble))
    except RecursionError:
        _refuse(wording, 1, phrase("wording.too_deep"))
    _check_names(wording, template, source)
    return template


def _check_text(wording: Wording) -> None:
    text = wording.text
    if len(text) > _LONGEST:
        _refuse(wording, 1, phrase("wording.too_long", limit=_LONGEST))
    if text.count("{{") + text.count("{%") > _MOST_MARKS:
        _refuse(wording, 1, phrase("wording.too_many_marks", limit=_MOST_MARKS))
    for number, line in enumerate(text.split("\n"), start=1):
        _check_line(wording, number, line)
    if not text.lstrip().startswith("# "):
        _refuse(wording, 1, phrase("wording.no_subject"))


def _check_line(wording: Wording, number: int, line: str) -> None:
    stray = next((sign for sign in line if not _may_stand(sign)), None)
    if stray is not None:
        _refuse(wording, number, phrase("wording.stray_sign", sign=f"U+{ord(stray):04X}"))
    if line.startswith("|") and not line.rstrip().endswith("|"):
        _refuse(wording, number, phrase("wording.open_row"))


def _may_stand(sign: str) -> bool:
    """No control characters or private signs, and no line ends that only some programs see."""
    return sign in "\t\u00a0" or (sign.isprintable() and not 0xE000 <= ord(sign) <= 0xF8FF)


def _check_names(wording: Wording, template: BoundTemplate, source: str) -> None:
    known = plain_facts(sample_facts(wording.kind, full=True))
    for name, uses in template.analyze().globals.items():
        for use in uses:
            if not _is_known(use.segments, known):
                line, _ = use.span.line_col(source)
                _refuse(wording, line, phrase("wording.unknown_fact", name=str(use) or name))


def _is_known(path: list[Any], known: Mapping[str, object]) -> bool:
    name, rest = path[0], path[1:]
    if name not in known:
        return False
    fact = known[name]
    return not isinstance(fact, Record) or (bool(rest) and rest[0] in fact)


def _line_of(trouble: LiquidError, wording: Wording) -> int:
    """Where it stands. Where Liquid does not say: at a mark that is wrong by itself, else the end."""
    place = trouble.context()
    if place:
        return place[0]
    wrong = (found for found in _MARK.finditer(wording.text) if not _is_sound(found.group()))
    before = next((found.start() for found in wrong), len(wording.text.rstrip()))
    return wording.text.count("\n", 0, before) + 1


def _is_sound(mark: str) -> bool:
    try:
        _LANGUAGE.from_string(mark)
    except LiquidError:
        return False
    return True


def _reason(trouble: LiquidError) -> Phrase:
    """Why: Liquid's own words are shown as they are, being of use to who knows Liquid."""
    return phrase(
        f"wording.{_REASONS.get(type(trouble).__name__, 'not_understood')}",
        detail=str(trouble.message),
    )


_REASONS = {
    "UndefinedError": "unknown_part",
    "UnknownFilterError": "unknown_filter",
    "LoopIterationLimitError": "too_many_turns",
    "OutputStreamLimitError": "too_much_text",
    "LocalNamespaceLimitError": "too_much_text",
    "BlockNestingError": "too_deep",
    "ContextDepthError": "too_deep",
}


def _refuse(wording: Wording, line: int, reason: Phrase) -> NoReturn:
    raise BadInput("wording.refused", letter=letter_name(wording.kind), line=line, reason=reason)
