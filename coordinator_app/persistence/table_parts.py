"""What the declarations of tables are made of."""

from __future__ import annotations

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def text_column(name: str, *, needed: bool = False) -> Column[str]:
    return Column(name, Text, nullable=not needed)


def number_column(name: str, *, needed: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=not needed)


def link(name: str, target: str, *, needed: bool = False) -> Column[int]:
    """A number of a row of `target`, indexed."""
    return Column(name, Integer, ForeignKey(f"{target}.id"), nullable=not needed, index=True)


def record(
    name: str, *parts: Column[str] | Column[int] | UniqueConstraint | CheckConstraint
) -> Table:
    """A journaled table: its own number, a version for every edit, and its parts."""
    return Table(
        name,
        metadata,
        Column("id", Integer, primary_key=True),
        *parts,
        Column("version", Integer, nullable=False),
        sqlite_strict=True,
        sqlite_autoincrement=True,
    )
