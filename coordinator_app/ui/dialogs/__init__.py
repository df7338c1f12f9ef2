"""One file a dialog; each edits a plain dataclass."""
