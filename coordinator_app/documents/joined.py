"""Several PDFs as one, for printing them in one go."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from pikepdf import Pdf


def joined_pdf(pdfs: Iterable[bytes]) -> bytes:
    """Their pages one after the other, in the order given. At least one is needed."""
    whole = Pdf.new()
    for pdf in pdfs:
        with Pdf.open(BytesIO(pdf)) as one:
            whole.pages.extend(one.pages)
    file = BytesIO()
    whole.save(file, deterministic_id=True)
    return file.getvalue()
