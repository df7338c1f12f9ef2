"""A page of a list: its rows are found by their numbers, and only these are read whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Select, func, select

from coordinator_app.domain.errors import BadInput
from coordinator_app.domain.lists import ListQuery, Page
from coordinator_app.persistence import search
from coordinator_app.persistence.columns import Row
from coordinator_app.persistence.store import Reader
from coordinator_app.persistence.tables import person

T = TypeVar("T")
Filters = Mapping[str, Callable[[str], ColumnElement[bool]]]


@dataclass(frozen=True, slots=True)
class Source(Generic[T]):
    """A list: all its `columns`, and the bare numbers of its rows, as they are and `by_name`.

    `id` is a row's number, `holder` the person it speaks of.
    """

    id: ColumnElement[int]
    holder: ColumnElement[int]
    columns: Select[Any]
    listed: Select[Any]
    by_name: Select[Any]
    filters: Filters
    orders: Mapping[str, ColumnElement[Any]]
    make: Callable[[Row], T]

    def conditions(self, query: ListQuery) -> list[ColumnElement[bool]]:
        for name in query.filters:
            if name not in self.filters:
                raise BadInput("list.unknown_filter", name=name)
        return [self.filters[name](value) for name, value in query.filters.items()]

    def order(self, query: ListQuery) -> tuple[ColumnElement[Any], ...]:
        if query.order not in self.orders:
            raise BadInput("list.unknown_order", name=query.order)
        order = self.orders[query.order]
        towards = order.desc() if query.descending else order.asc()
        if getattr(order, "nullable", True):  # what has no value stands last, either way
            towards = towards.nulls_last()
        return towards, self.id

    def rows(self, reader: Reader, query: Select[Any]) -> tuple[T, ...]:
        return tuple(self.make(dict(row)) for row in reader.connection.execute(query).mappings())


def page(reader: Reader, query: ListQuery, source: Source[T]) -> Page[T]:
    """Find the page's rows by their numbers, then read these only; count the whole if asked."""
    conditions, order = source.conditions(query), source.order(query)
    if query.limit is None:
        return _whole(reader, query, source)
    by_name = query.order == "name"
    owner = person.c.id if by_name else source.holder
    words = search.matching(reader.connection, owner, query.text, in_order=by_name)
    wanted = conditions if words is None else [*conditions, words]
    listed = (source.by_name if by_name else source.listed).where(*wanted).order_by(*order)
    one_more = listed.limit(query.limit + 1).offset(query.offset)
    ids = list(reader.connection.execute(one_more).scalars())
    part = source.columns.where(source.id.in_(ids[: query.limit])).order_by(*order)
    beyond = not ids and query.offset > 0
    if query.counted or beyond:
        return Page(source.rows(reader, part), _total(reader, query, source))
    more = len(ids) > query.limit
    return Page(source.rows(reader, part), query.offset + len(ids), more)


def _whole(reader: Reader, query: ListQuery, source: Source[T]) -> Page[T]:
    """All rows from the offset on."""
    words = search.matching(reader.connection, source.holder, query.text)
    wanted = [*source.conditions(query), *(() if words is None else (words,))]
    ordered = source.columns.where(*wanted).order_by(*source.order(query))
    rows = source.rows(reader, ordered)
    return Page(rows[query.offset :], len(rows))


def _total(reader: Reader, query: ListQuery, source: Source[T]) -> int:
    words = search.matching(reader.connection, source.holder, query.text)
    wanted = [*source.conditions(query), *(() if words is None else (words,))]
    count = select(func.count()).select_from(source.listed.where(*wanted).subquery())
    return reader.connection.execute(count).scalar_one()
