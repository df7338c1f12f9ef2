"""Every write: action, reason, row images, hash chain.

An entry's MAC covers the MAC before it, its own fields and the digest of its images; the images lie
beside it with a digest each, so that a retention rule can erase one and the chain still verifies.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import Connection, func, insert, select

from coordinator_app.domain.errors import BadInput
from coordinator_app.persistence.kept import journal, journal_image, mark

FIRST_MAC = "0" * 64
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Image:
    """A row before and after; None where it was not there."""

    record: str
    row: int
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One action in the journal. `kind` is do, undo or redo; `target` the entry undone or redone.

    `outside`: the action left the house (a letter was issued), so it cannot be undone.
    """

    seq: int
    at: str
    offset_minutes: int
    who: str
    action: str
    detail: str
    reason: str | None
    kind: str
    target: int | None
    outside: bool
    images: int
    digest: str
    mac: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What an entry says besides its images."""

    action: str
    detail: str = ""
    reason: str | None = None
    kind: str = "do"
    target: int | None = None
    outside: bool = False


def canonical(value: object) -> str:
    """One text for one value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def image_digest(image: Image) -> str:
    text = canonical([image.record, image.row, image.before, image.after])
    return hashlib.sha256(text.encode()).hexdigest()


def _entry_mac(key: bytes, before: str, fields: Sequence[object]) -> str:
    return hmac.new(key, canonical([before, *fields]).encode(), hashlib.sha256).hexdigest()


def _signed(entry: Entry) -> tuple[object, ...]:
    return (
        entry.seq,
        entry.at,
        entry.offset_minutes,
        entry.who,
        entry.action,
        entry.detail,
        entry.reason,
        entry.kind,
        entry.target,
        int(entry.outside),
        entry.images,
        entry.digest,
    )


def chain_key(connection: Connection) -> bytes:
    """The random key made with the file."""
    return bytes.fromhex(connection.execute(_KEY).scalar_one())


_KEY = select(mark.c.value).where(mark.c.name == "journal_key")


def lineage(connection: Connection) -> str:
    """The file's line of descent."""
    return connection.execute(select(mark.c.value).where(mark.c.name == "lineage")).scalar_one()


def entry(connection: Connection, seq: int) -> Entry:
    """One entry. Raises BadInput `journal.no_entry`."""
    found = next(entries(connection, seq=seq), None)
    if found is None:
        raise BadInput("journal.no_entry", number=seq)
    return found


def last(connection: Connection) -> Entry | None:
    found = connection.execute(_LAST).one_or_none()
    return None if found is None else _from_row(found)


_LAST = select(journal).order_by(journal.c.seq.desc()).limit(1)


def _from_row(row: Sequence[object]) -> Entry:
    seq, at, offset, who, action, detail, reason, kind, target, outside, images, digest, mac = row
    return Entry(
        cast("int", seq),
        cast("str", at),
        cast("int", offset),
        cast("str", who),
        cast("str", action),
        cast("str", detail),
        cast("str | None", reason),
        cast("str", kind),
        cast("int | None", target),
        bool(outside),
        cast("int", images),
        cast("str", digest),
        cast("str", mac),
    )


def entries(
    connection: Connection,
    *,
    newest_first: bool = False,
    limit: int | None = None,
    seq: int | None = None,
) -> Iterator[Entry]:
    """The journal's entries in their order, or newest first."""
    order = journal.c.seq.desc() if newest_first else journal.c.seq
    query = select(journal).order_by(order).limit(limit)
    if seq is not None:
        query = query.where(journal.c.seq == seq)
    for row in connection.execute(query):
        yield _from_row(row)


def images_of(connection: Connection, seq: int) -> list[Image]:
    """The row images of one entry, in the order they were written (erased ones are left out)."""
    query = (
        select(
            journal_image.c.record,
            journal_image.c.row,
            journal_image.c.before,
            journal_image.c.after,
        )
        .where(journal_image.c.seq == seq, journal_image.c.erased == 0)
        .order_by(journal_image.c.place)
    )
    return [loaded(*row) for row in connection.execute(query)]


def loaded(record: str, row: int, before: str | None, after: str | None) -> Image:
    """An image as it is kept, read."""
    return Image(record, row, _load(before), _load(after))


def span_of(connection: Connection, record: str, row: int) -> tuple[int, int] | None:
    """The first and the newest entry that touched a row; None if no entry did."""
    query = select(func.min(journal_image.c.seq), func.max(journal_image.c.seq)).where(
        journal_image.c.record == record, journal_image.c.row == row
    )
    first, newest = connection.execute(query).one()
    return None if first is None else (first, newest)


def _load(text: str | None) -> Row | None:
    return None if text is None else cast("Row", json.loads(text))


def _dump(row: Row | None) -> str | None:
    return None if row is None else canonical(row)


def _owner(image: Image, name: str) -> object:
    """The person or case an image belongs to, so that each has its history."""
    if image.record == name:
        return image.row
    row = image.after if image.after is not None else image.before
    return None if row is None else row.get(f"{name}_id")


def _owners(image: Image) -> list[object]:
    return [_owner(image, "person"), _owner(image, "application")]


def append(
    connection: Connection, heading: Heading, images: Sequence[Image], *, who: str, at: datetime
) -> Entry:
    """Write one entry and its images; `at` is an aware moment in the office's own zone."""
    previous = last(connection)
    digests = [image_digest(image) for image in images]
    offset = at.utcoffset()
    entry = Entry(
        seq=previous.seq + 1 if previous else 1,
        at=_utc_text(at),
        offset_minutes=int(offset.total_seconds() // 60) if offset is not None else 0,
        who=who,
        action=heading.action,
        detail=heading.detail,
        reason=heading.reason,
        kind=heading.kind,
        target=heading.target,
        outside=heading.outside,
        images=len(images),
        digest=hashlib.sha256("".join(digests).encode()).hexdigest(),
        mac="",
    )
    before = previous.mac if previous else FIRST_MAC
    entry = replace(entry, mac=_entry_mac(chain_key(connection), before, _signed(entry)))
    connection.execute(_INSERT_ENTRY, asdict(entry) | {"outside": int(entry.outside)})
    if images:
        connection.execute(_INSERT_IMAGES, _image_rows(entry.seq, images, digests))
    return entry


_INSERT_ENTRY = insert(journal)
_INSERT_IMAGES = insert(journal_image)


def _utc_text(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _image_rows(
    seq: int, images: Sequence[Image], digests: Sequence[str]
) -> list[dict[str, object]]:
    return [
        {
            "seq": seq,
            "place": place,
            "record": image.record,
            "row": image.row,
            "person_id": _owner(image, "person"),
            "application_id": _owner(image, "application"),
            "before": _dump(image.before),
            "after": _dump(image.after),
            "digest": digest,
            "erased": 0,
        }
        for place, (image, digest) in enumerate(zip(images, digests, strict=True))
    ]


@dataclass(frozen=True, slots=True)
class Fault:
    """What the verification found: the entry it concerns and a code."""

    seq: int
    code: str


def verify(connection: Connection, anchor: tuple[int, str] | None = None) -> list[Fault]:
    """Recompute the whole chain and every image's digest. `anchor`: (seq, MAC) remembered elsewhere.

    Codes: gap, broken_chain, image_altered, image_missing, tail_cut, anchor_differs.
    """
    faults: list[Fault] = []
    key, before, expected = chain_key(connection), FIRST_MAC, 1
    macs: dict[int, str] = {}
    for entry in entries(connection):
        if entry.seq != expected:
            faults.append(Fault(entry.seq, "gap"))
        expected = entry.seq + 1
        if not hmac.compare_digest(_entry_mac(key, before, _signed(entry)), entry.mac):
            faults.append(Fault(entry.seq, "broken_chain"))
        before = entry.mac
        if anchor and entry.seq == anchor[0]:
            macs[entry.seq] = entry.mac
    faults += _verify_images(connection)
    return faults + _verify_anchor(macs, anchor)


def _verify_anchor(macs: Mapping[int, str], anchor: tuple[int, str] | None) -> list[Fault]:
    if anchor is None or anchor[0] == 0:
        return []
    found = macs.get(anchor[0])
    if found is None:
        return [Fault(anchor[0], "tail_cut")]
    return [] if found == anchor[1] else [Fault(anchor[0], "anchor_differs")]


def _verify_images(connection: Connection) -> list[Fault]:
    faults: list[Fault] = []
    wanted = {entry.seq: (entry.images, entry.digest) for entry in entries(connection)}
    seen: dict[int, list[str]] = {}
    for seq, record, row, old, new, digest, erased, *owners in connection.execute(_ALL_IMAGES):
        seen.setdefault(seq, []).append(digest)
        image = loaded(record, row, old, new)
        if not erased and (image_digest(image) != digest or _owners(image) != owners):
            faults.append(Fault(seq, "image_altered"))
    for seq, (count, digest) in wanted.items():
        digests = seen.pop(seq, [])
        if len(digests) != count or hashlib.sha256("".join(digests).encode()).hexdigest() != digest:
            faults.append(Fault(seq, "image_missing"))
    return faults + [Fault(seq, "image_missing") for seq in seen]


_ALL_IMAGES = select(
    journal_image.c.seq,
    journal_image.c.record,
    journal_image.c.row,
    journal_image.c.before,
    journal_image.c.after,
    journal_image.c.digest,
    journal_image.c.erased,
    journal_image.c.person_id,
    journal_image.c.application_id,
).order_by(journal_image.c.seq, journal_image.c.place)
