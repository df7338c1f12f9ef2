"""Tables as CSV that no spreadsheet takes for a program."""

from __future__ import annotations

import csv
import unicodedata
from io import StringIO

from coordinator_app.documents.tables import PRACTICE, Cell, Sheet, as_text, cleaned

_MARK = b"\xef\xbb\xbf"


def table_csv(table: Sheet, *, practice: bool = False) -> bytes:
    """One table as CSV: UTF-8 with a mark for Excel, CRLF, dates as 2026-01-31.

    A text that a spreadsheet might run is written with ' before it; `csv_plain` takes it off.
    A practice office adds a last column that says so.
    """
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    mark = [PRACTICE] if practice else []
    writer.writerow([*(_guarded(cleaned(title)) for title in table.titles), *mark])
    writer.writerows([*(_cell(cell) for cell in row), *mark] for row in table.rows)
    return _MARK + file.getvalue().encode()


def csv_plain(text: str) -> str:
    """A cell of a CSV as it was before `table_csv` guarded it."""
    return text[1:] if text.startswith("'") and _is_risky(text[1:]) else text


def _cell(cell: Cell) -> str:
    """A number may begin with a minus; only text is guarded."""
    return _guarded(as_text(cell)) if isinstance(cell, str) else as_text(cell)


def _guarded(text: str) -> str:
    return f"'{text}" if _is_risky(text) else text


def _is_risky(text: str) -> bool:
    """Whether a spreadsheet might run it: = + - @, full-width too, after blanks too, or a tab first.

    A text that only looks guarded is guarded once more, so that taking the guard off is exact.
    """
    if text[:1] in ("\t", "\r", "\n"):
        return True
    first = next((sign for sign in text.lstrip("'") if not _is_invisible(sign)), "")
    return unicodedata.normalize("NFKC", first)[:1] in ("=", "+", "-", "@")


def _is_invisible(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) == "Cf"
