"""Endorsement Coordinator: the desk of an infant mental health association's coordinator."""

__version__ = "0.1.0"
