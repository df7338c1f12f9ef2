"""Every sentence the program says to people, by its code; made and translated where it is shown.

The parts are `runtime/sentences_<topic>.py`, each with one dict `SENTENCES` of code -> template
marked by QT_TRANSLATE_NOOP("sentences", ...), so that `lupdate` finds them. A template names facts
as `{name}`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from string import Formatter
from typing import cast

from coordinator_app import runtime
from coordinator_app.domain.phrases import Phrase

Show = Callable[[object], str]
Translate = Callable[[str], str]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802 - Qt's name, for lupdate
    """Mark `text` for translation under `context` and give it back unchanged."""
    del context
    return text


@cache
def all_sentences() -> Mapping[str, str]:
    """Code -> English template, of all parts. Raises ValueError where two parts share a code."""
    found: dict[str, str] = {}
    for name in part_names():
        sentences: Mapping[str, str] = import_module(name).SENTENCES
        twice = found.keys() & sentences.keys()
        if twice:
            raise ValueError(f"two sentences for {', '.join(sorted(twice))}")
        found.update(sentences)
    return found


def part_names() -> list[str]:
    """The modules that hold sentences, in the order of their names."""
    parts = iter_modules(runtime.__path__, f"{runtime.__name__}.")
    return sorted(part.name for part in parts if ".sentences_" in part.name)


def unchanged(text: str) -> str:
    """The translation into English."""
    return text


def sentence(
    code: str,
    facts: Mapping[str, object],
    translate: Translate = unchanged,
    show: Show = str,
) -> str:
    """The sentence for `code` with its facts filled in.

    `translate` turns the English template into the reader's language; `show` writes a date, a
    Decimal or another plain fact as the reader expects it. A tuple is written as a list, a Phrase
    as its own sentence. A fact that is missing stays visible as `{name}`, and an unknown code is
    shown as itself with its facts: a message must not be lost because its wording is wrong.
    """
    template = all_sentences().get(code)
    if template is None:
        known = ", ".join(
            f"{name}: {_shown(fact, translate, show)}" for name, fact in facts.items()
        )
        return f"{code} ({known})" if known else code
    shown = _Facts({name: _shown(fact, translate, show) for name, fact in facts.items()})
    return Formatter().vformat(translate(template), (), shown)


class _Facts(dict[str, str]):
    """Facts as text; one that is missing is left visible."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def say(phrase: Phrase, translate: Translate = unchanged, show: Show = str) -> str:
    """The sentence of a Phrase."""
    return sentence(phrase.code, phrase.facts, translate, show)


def _shown(fact: object, translate: Translate, show: Show) -> str:
    match fact:
        case Phrase():
            return say(fact, translate, show)
        case tuple():
            parts = cast("tuple[object, ...]", fact)
            return ", ".join(_shown(part, translate, show) for part in parts)
        case str():
            return fact
        case _:
            return show(fact)
