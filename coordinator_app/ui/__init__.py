"""The window. Importing it first makes PySide6 safe on Python 3.11."""

from __future__ import annotations

import ctypes
import sys


def keep_singletons_alive() -> None:
    """Give None, True and False counts of references that cannot run out.

    PySide6 6.12.0 is compiled as if they were immortal, which they are from Python 3.12 on
    (PEP 683): on 3.11 every Qt function that returns one of them takes one of its references away,
    and after some thousand calls Python ends with "none_dealloc: deallocating None" (measured;
    6.11.3 does it right, but its QtPdf comes with 160 MB of add-ons). A test calls Qt so often that
    it would end so without this.
    """
    if sys.version_info < (3, 12):
        for thing in (None, True, False, NotImplemented, Ellipsis):
            ctypes.c_ssize_t.from_address(id(thing)).value += 1 << 40


keep_singletons_alive()
