"""What can be refused, by blame: the rules, the input, the machine."""

from __future__ import annotations


class Refusal(Exception):
    """Something the program will not do, as a code and facts; the sentence is made where it is shown.

    `runtime/sentences.py` holds one sentence a code; a test refuses a code without one.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts: dict[str, object] = facts


class RuleBroken(Refusal):
    """A rule of endorsement says no (exit code 1)."""


class BadInput(Refusal):
    """What was given cannot be used: the facts name the field, the row and the remedy (exit code 2)."""


class NotFound(BadInput):
    """There is no such record."""


class MachineTrouble(Refusal):
    """The computer's fault, not the user's: disk full, file locked, damaged, unreachable."""
