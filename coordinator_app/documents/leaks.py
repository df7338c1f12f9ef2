"""What a file gives away: every layer of it, searched for everything known about somebody.

The bytes as they stand, each stream unpacked (those of earlier revisions too), the text of every
page, what is attached, members of archives, and words written as UTF-16, hex or base64. It finds
what is known; that a story betrays its writer, no search can see.
"""

from __future__ import annotations

import base64
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pypdfium2

from coordinator_app.domain.known import CERTAIN, Needle, look

_UNREADABLE = (pikepdf.PdfError, pikepdf.PasswordError)
_DEPTH = 3  # archives within archives
_MOST = 50_000_000  # bytes unpacked of one file
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}\s?){5,}")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{6,}={0,2}")
_PRINTED = re.compile(rb"[\x20-\x7e\x80-\xff]{4,}")
_WIDE = {
    "utf-16-le": re.compile(rb"(?:[\x09\x0a\x20-\xff][\x00-\x03]){4,}"),
    "utf-16-be": re.compile(rb"(?:[\x00-\x03][\x09\x0a\x20-\xff]){4,}"),
}
_ALLOWED_ROOT = {"/Type", "/Pages"}
_ALLOWED_PAGE = {
    "/Type",
    "/Parent",
    "/Contents",
    "/Resources",
    "/MediaBox",
    "/Rotate",
    "/Trans",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found. `kind` is the needle's, or structure; `layer` where: name, bytes, stream,
    text, metadata, attachment, structure. `around` are the words of the file itself."""

    kind: str
    layer: str
    weight: str
    around: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class LeakReport:
    """`verdict`: clean (possible findings may be listed), leak, or unprovable: a page
    without text, or a part that is damaged, locked or too large to be read."""

    verdict: str
    findings: tuple[Finding, ...]
    image_pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Layer:
    """Some text of the file. In `binary` ones only longer words mean anything; `unread` ones hold
    something that could not be opened, and prove nothing."""

    name: str
    text: str
    page: int | None = None
    binary: bool = False
    unread: bool = False


def scan(name: str, content: bytes, needles: Sequence[Needle]) -> LeakReport:
    """Search a file, its name included. `needles` from domain/known.py."""
    findings = list(_found(_Layer("name", name), needles))
    images: tuple[int, ...] = ()
    unread = False
    for layer in _layers(content, _DEPTH):
        findings += _found(layer, needles)
        unread |= layer.unread
    if content.startswith(b"%PDF"):
        findings += _structure(content)
        images = _image_pages(content)
    once = tuple(dict.fromkeys(findings))
    leak = any(one.weight == CERTAIN for one in once)
    unprovable = bool(images) or unread
    return LeakReport("leak" if leak else "unprovable" if unprovable else "clean", once, images)


def _found(layer: _Layer, needles: Sequence[Needle]) -> Iterator[Finding]:
    searched = [one for one in needles if not layer.binary or len(one.text) >= 5]
    for hit in look(layer.text, searched):
        yield Finding(hit.needle.kind, layer.name, hit.weight, hit.around, layer.page)
    for hit in look("\n".join(_decoded(layer.text)), searched):
        yield Finding(hit.needle.kind, layer.name, hit.weight, "", layer.page)


# --- layers -----------------------------------------------------------------------------------


def _layers(content: bytes, depth: int) -> Iterator[_Layer]:
    if content.startswith(b"%PDF"):
        yield from _pdf(content, depth)
    elif content.startswith(b"PK\x03\x04"):
        yield from _archive(content, depth)
    else:
        yield from _plain(content, "bytes")


def _archive(content: bytes, depth: int) -> Iterator[_Layer]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            left = _MOST
            yield from _plain(packed.comment, "metadata")
            for member in packed.infolist():
                yield _Layer("name", member.filename)
                left -= member.file_size
                if left > 0 and depth:
                    yield from _layers(packed.read(member), depth - 1)
                else:
                    yield _Layer("bytes", "", unread=True)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        # Damaged, locked or packed in another way.
        yield from _plain(content, "bytes")
        yield _Layer("bytes", "", unread=True)


def _pdf(content: bytes, depth: int) -> Iterator[_Layer]:
    rest = bytearray()
    last = 0
    for found in _STREAM.finditer(content):
        rest += content[last : found.start(1)]
        last = found.end(1)
        unpacked = _unpacked(found.group(1))
        if unpacked.startswith(b"PK\x03\x04"):
            yield from _layers(unpacked, depth - 1)
        yield from _plain(unpacked, "stream")
    yield from _plain(bytes(rest + content[last:]), "bytes")
    yield from _strings(content)
    yield from _pages(content)


def _unpacked(stream: bytes) -> bytes:
    """A stream unpacked as far as it can be: Flate, with or without ASCII85 around it."""
    packed = stream
    if stream.rstrip().endswith(b"~>"):
        try:
            packed = base64.a85decode(stream.strip().removesuffix(b"~>"))
        except ValueError:
            packed = stream
    try:
        return zlib.decompressobj().decompress(packed, _MOST)
    except zlib.error:
        return packed


def _strings(content: bytes) -> Iterator[_Layer]:
    """Every text of every object, as PDF writes texts (escaped, UTF-16, in hex), and attachments."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            yield _Layer("metadata", "\n".join(_texts(pdf.trailer, set(), 0)))
            for name, attached in pdf.attachments.items():
                yield _Layer("name", name)
                yield from _layers(attached.get_file().read_bytes(), _DEPTH - 1)
    except _UNREADABLE:
        yield _Layer("metadata", "", unread=True)


def _texts(value: pikepdf.Object, seen: set[tuple[int, int]], depth: int) -> Iterator[str]:
    """Every text and name below an object; `depth` bounds what a made-up file can ask."""
    if depth > 60 or _seen_before(value, seen):
        return
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Array):
        for one in value:
            yield from _texts(one, seen, depth + 1)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key in value.keys():  # noqa: SIM118 - iterating a stream reads its contents
            yield key
            yield from _texts(value[key], seen, depth + 1)


def _seen_before(value: pikepdf.Object, seen: set[tuple[int, int]]) -> bool:
    if not getattr(value, "is_indirect", False):
        return False
    before = value.objgen in seen
    seen.add(value.objgen)
    return before


def _pages(content: bytes) -> Iterator[_Layer]:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        yield _Layer("text", "", unread=True)
        return
    try:
        for number in range(len(document)):
            yield _Layer("text", _page_text(document, number), number + 1)
    finally:
        document.close()


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    words = page.get_textpage()
    try:
        said = words.get_text_bounded()  # pyright: ignore[reportUnknownMemberType] - untyped there
        return said.replace("\r\n", "\n").replace("\ufffe", "-\n")
    finally:
        words.close()
        page.close()


def _plain(content: bytes, layer: str) -> Iterator[_Layer]:
    """Bytes as text: as UTF-8 where they are, else what can be read in them; and as UTF-16."""
    try:
        text = content.decode("utf-8")
        binary = "\x00" in text
    except UnicodeDecodeError:
        read = (run.decode("utf-8", errors="replace") for run in _PRINTED.findall(content))
        text, binary = "\n".join(read), True
    yield _Layer(layer, text.replace("\x00", " "), None, binary)
    for encoding, runs in _WIDE.items():
        wide = [run.decode(encoding, errors="ignore") for run in runs.findall(content)]
        if wide:
            yield _Layer(layer, "\n".join(wide), None, binary=True)


def _decoded(text: str) -> Iterator[str]:
    """What is written in hex or base64 inside a text."""
    for run in _HEX.findall(text):
        yield from _read(bytes.fromhex("".join(run.split())))
    for run in _BASE64.findall(text):
        plain = run.rstrip("=").replace("-", "+").replace("_", "/")
        for start in range(min(4, len(plain) - 3)):
            yield from _read(_unbased(plain[start:]))


def _unbased(text: str) -> bytes:
    """Base64 without its padding; a letter too many at its end is left out."""
    whole = text[:-1] if len(text) % 4 == 1 else text
    return base64.b64decode(whole + "=" * (-len(whole) % 4))


def _read(content: bytes) -> Iterator[str]:
    """Bytes that read as text for the most part; others are chance."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        text = content.decode(encoding, errors="ignore")
        printed = sum(sign.isprintable() and ord(sign) < 0x2000 for sign in text)
        if (
            len(text) >= 3
            and printed >= 0.8 * len(text)
            and len(text.encode(encoding)) >= 0.8 * len(content)
        ):
            yield text


# --- structure --------------------------------------------------------------------------------


def _structure(content: bytes) -> Iterator[Finding]:
    """Anything a packet of ours does not have: document information, XMP, annotations, layers."""
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            found = set(pdf.Root.keys()) - _ALLOWED_ROOT
            found |= {"/Info"} & set(pdf.trailer.keys())
            for page in pdf.pages:
                found |= set(page.obj.keys()) - _ALLOWED_PAGE
    except _UNREADABLE:
        found = {"unreadable"}
    if content.count(b"%%EOF") > 1:
        found.add("revision")
    yield from (Finding("structure", "structure", CERTAIN, name) for name in sorted(found))


def _image_pages(content: bytes) -> tuple[int, ...]:
    """Pages that have pictures and hardly any text: nothing can be proved of them."""
    words = {layer.page: len(layer.text.split()) for layer in _pages(content)}
    try:
        with pikepdf.open(BytesIO(content)) as pdf:
            pictured = [number for number, page in enumerate(pdf.pages, 1) if page.get_images()]
    except _UNREADABLE:
        return ()
    return tuple(number for number in pictured if words.get(number, 0) <= 3)
