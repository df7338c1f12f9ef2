"""The window. Importing it first makes PySide6 safe on Python 3.11."""

from __future__ import annotations

import ctypes
import sys


def keep_none_alive() -> None:
    """Give None a count of references that cannot run out.

    PySide6 6.12.0 is compiled as if None were immortal, which it is from Python 3.12 on (PEP 683):
    on 3.11 every Qt function that returns nothing takes one reference of None away, and after some
    thousand calls Python ends with "none_dealloc: deallocating None" (measured: 6.11.3 does not).
    Tests hold this to be true; without it they end within a second.
    """
    if sys.version_info < (3, 12):
        ctypes.c_ssize_t.from_address(id(None)).value += 1 << 40


keep_none_alive()
