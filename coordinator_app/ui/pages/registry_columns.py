"""The columns of the registry's list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from coordinator_app.domain.views_registry import RegistryRow
from coordinator_app.ui import formats
from coordinator_app.ui.tables import Cell, Column, check_column
from coordinator_app.ui.words_registry import pill_text, pill_tone, short_text

_NONE = "—"


def say(text: str) -> str:
    """The page's words in the reader's language."""
    return QCoreApplication.translate("RegistryPage", text)


def registry_columns() -> list[Column[RegistryRow]]:
    """Their keys are the orders of the service."""
    return [check_column(), *_who(), *_hours(), *_signatures()]


def _who() -> list[Column[RegistryRow]]:
    return [
        Column(
            key="name",
            title=say("Name"),
            text=lambda one: one.row.sort_name,
            order=lambda one: one.row.sort_name,
            bold=True,
            width=24,
            stretch=True,
        ),
        Column(
            key="credential",
            title=say("Credential"),
            text=lambda one: one.row.credential,
            order=lambda one: one.row.credential,
            width=10,
        ),
        Column(
            key="category",
            title=say("Category"),
            text=lambda one: one.row.category,
            order=lambda one: one.row.category,
            width=10,
        ),
        Column(
            key="since",
            title=say("Since"),
            text=lambda one: formats.partial_day(one.row.since),
            order=lambda one: one.row.since,
            cell=Cell.MUTED,
            width=13,
        ),
    ]


def _hours() -> list[Column[RegistryRow]]:
    return [
        Column(
            key="renewal",
            title=say("Renewal"),
            text=lambda one: formats.day(one.upkeep.cycle_ends),
            cell=Cell.MUTED,
            width=13,
        ),
        Column(
            key="training",
            title=say("Training"),
            text=lambda one: _of(one.upkeep.training_hours, one.upkeep.training_short),
            width=9,
        ),
        Column(
            key="rsc",
            title=say("RSC"),
            text=lambda one: _of(one.upkeep.rsc_hours, one.upkeep.rsc_short),
            width=9,
        ),
    ]


def _signatures() -> list[Column[RegistryRow]]:
    return [
        Column(
            key="ethics",
            title=say("Code of Ethics"),
            text=lambda one: _signed(one, "code_of_ethics", one.upkeep.code_of_ethics_on),
            tip=lambda one: formats.day(one.upkeep.code_of_ethics_on),
            width=11,
        ),
        Column(
            key="attestation",
            title=say("Attestation"),
            text=lambda one: _signed(one, "attestation", one.upkeep.attestation_on),
            tip=lambda one: formats.day(one.upkeep.attestation_on),
            width=11,
        ),
        Column(
            key="status",
            title=say("Status"),
            text=pill_text,
            order=lambda one: one.row.status,
            tone=pill_tone,
            tip=short_text,
            cell=Cell.PILL,
            width=19,
        ),
    ]


def _of(hours: Decimal | None, short: Decimal | None) -> str:
    """ "16.5", or "8.5 of 12" where it is short."""
    known = _NONE if hours is None else formats.number(hours)
    if short is None:
        return known
    return say("{hours} of {asked}").format(
        hours=formats.number(hours or Decimal(0)), asked=formats.number(short)
    )


def _signed(one: RegistryRow, kind: str, on: date | None) -> str:
    """The year of the newest signature, or that it is not signed where it is asked for."""
    if kind in one.upkeep.short:
        return say("not signed")
    return _NONE if on is None else str(on.year)
