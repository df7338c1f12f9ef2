"""Bytes from facts: letters, workbooks; and facts from bytes that strangers sent."""
