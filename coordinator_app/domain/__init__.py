"""What endorsement is: pure functions and frozen dataclasses; no window, no database, no clock."""
