"""The one file and the journal of every change to it."""
