"""Use cases: the only door for writes; each write returns the Changes it made."""
