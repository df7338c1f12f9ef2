"""The log: a rotating file that holds numbers, codes and places in the program, never a person.

Log numbers and codes (`log.info("wrote letter %d", letter)`); text given as an argument is hidden
unless it is a code, because a name, an address or a reason may stand in it.
"""

from __future__ import annotations

import logging
import logging.handlers
import os
import re
import traceback
from io import TextIOWrapper
from pathlib import Path

from coordinator_app.domain.errors import Refusal
from coordinator_app.runtime.paths import Paths, make_folder

HIDDEN = "…"
_CODE = re.compile(r"[a-z][a-z0-9_]*(?:[.-][a-z0-9_]+)*|\d{4}-\d{3,}")
_EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<!\d)(?:\+?\d[ .()-]*){9,}\d(?!\d)")
_KEPT = 5
_BYTES_EACH = 500_000


class HidePeople(logging.Filter):
    """Makes a record's text final, with everything hidden that may name a person."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = scrubbed(_message(record))
        record.args = None
        return True


class PlainFormatter(logging.Formatter):
    """Writes an exception as its type and places only: its words may quote a record."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        # The text of an exception is kept on the record by whoever formats it first.
        record.exc_text = None
        written = super().format(record)
        record.exc_text = None
        return written

    def formatException(self, ei: object) -> str:  # noqa: N802 - the standard library's name
        error = ei[1] if isinstance(ei, tuple) else None  # pyright: ignore[reportUnknownVariableType]
        return plain_traceback(error) if isinstance(error, BaseException) else ""


class _OwnersFile(logging.handlers.RotatingFileHandler):
    """A rotating file that only its owner may read."""

    def _open(self) -> TextIOWrapper:
        os.close(os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600))
        return super()._open()


def start_logging(paths: Paths, level: int = logging.INFO) -> logging.Handler:
    """Send the program's log to `paths.log`; returns the handler, for `stop_logging`.

    Raises MachineTrouble("folder.not_made").
    """
    make_folder(paths.logs)
    handler = _OwnersFile(paths.log, maxBytes=_BYTES_EACH, backupCount=_KEPT, encoding="utf-8")
    handler.addFilter(HidePeople())
    handler.setFormatter(PlainFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    logging.getLogger().removeHandler(handler)
    handler.close()


def log_error(error: Exception) -> None:
    """Note an error that was told to the user but not expected: its type and places."""
    logging.getLogger(__name__).error("not expected", exc_info=error)


def scrubbed(text: str) -> str:
    """`text` without e-mail addresses, telephone numbers and the name of the user's home."""
    homeless = text.replace(str(Path.home()), "~") if len(str(Path.home())) > 1 else text
    return _PHONE.sub(HIDDEN, _EMAIL.sub(HIDDEN, homeless))


def plain_traceback(error: BaseException) -> str:
    """The types and the places of an error and its causes; of a Refusal also the code."""
    lines = [_names_of(each, first=index == 0) for index, each in enumerate(_chain(error))]
    return "\n".join(lines)


def _chain(error: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in found:
        found.append(following)
        following = following.__cause__ or following.__context__
    return found


def _names_of(error: BaseException, *, first: bool) -> str:
    said = f" {error.code}" if isinstance(error, Refusal) else ""
    head = f"{'' if first else 'from '}{type(error).__module__}.{type(error).__qualname__}{said}"
    places = traceback.extract_tb(error.__traceback__)
    return "\n".join([head, *(_place(place) for place in places)])


def _place(place: traceback.FrameSummary) -> str:
    path = Path(place.filename)
    kept = Path(*path.parts[-3:]).as_posix()
    return f"  {kept}:{place.lineno} {place.name}"


def _message(record: logging.LogRecord) -> str:
    """The record's text with hidden arguments; the bare template where they do not fit it."""
    args = record.args
    if not args:
        return str(record.msg)
    named = (
        {name: _argument(value) for name, value in args.items()} if isinstance(args, dict) else {}
    )
    try:
        return str(record.msg) % (named or tuple(_argument(value) for value in args))
    except (TypeError, ValueError, KeyError):
        return str(record.msg)


def _argument(value: object) -> object:
    """Numbers and codes as they are; of an error its type; anything else hidden."""
    match value:
        case bool() | int() | float() | None:
            return value
        case BaseException():
            return type(value).__name__
        case str() if _CODE.fullmatch(value):
            return value
        case _:
            return HIDDEN
