"""A PDF file's objects, and the file that holds them (ISO 32000-1, 7.3 and 7.5).

Everything but streams goes into object streams (7.5.7), so that a structure tree of a hundred thousand
elements is compressed like the pages are.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from struct import Struct

from planreports.writers.pdf.characters import legible

_OBJECTS_A_STREAM = 200
_LEVEL = 3
"""How hard zlib tries: for a long table, half the time of its default and an eighth more bytes."""

_PLACE = Struct(">BIH")
"""An entry of the cross-reference stream (7.5.8.3): its type, and two numbers of 4 and 2 bytes."""

_FREE = _PLACE.pack(0, 0, 0xFFFF)
_BINARY_MARK = b"%\xe2\xe3\xcf\xd3"


def reference(number: int) -> bytes:
    """Return an indirect reference (7.3.10)."""
    return b"%d 0 R" % number


def array(values: Sequence[bytes]) -> bytes:
    """Return an array (7.3.6)."""
    return b"[" + b" ".join(values) + b"]"


def text_string(words: str) -> bytes:
    r"""Return a text string (7.9.2.2): as it is where it is ASCII, else UTF-16 with its mark.

    >>> text_string("a (b)"), text_string("ລ")
    (b'(a \\(b\\))', b'<FEFF0EA5>')
    """
    if words.isascii() and words.isprintable():
        return b"(" + words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode() + b")"
    return b"<FEFF" + legible(words).encode("utf-16-be").hex().upper().encode() + b">"


@dataclass
class Objects:
    """The objects of one file by number, from 1. `sources` are those outside streams."""

    sources: dict[int, bytes] = field(default_factory=dict)
    streams: dict[int, bytes] = field(default_factory=dict)
    count: int = 0

    def reserve(self) -> int:
        """Return the number of an object that will be put later."""
        self.count += 1
        return self.count

    def put(self, number: int, source: bytes) -> None:
        """Give a reserved number its object."""
        self.sources[number] = source

    def add(self, source: bytes) -> bytes:
        """Add an object; return the reference to it."""
        number = self.reserve()
        self.sources[number] = source
        return reference(number)

    def stream(self, content: bytes, entries: bytes = b"", *, plain: bool = False) -> bytes:
        """Add a stream (7.3.8), deflated unless `plain`; return the reference to it."""
        number = self.reserve()
        self.streams[number] = _stream(content, entries, plain=plain)
        return reference(number)

    def file(self, catalog: bytes, information: bytes) -> bytes:
        """Return the file; its identifier (14.4) is a digest of everything in it."""
        packed = list(self._packed())
        objects = {**self.streams, **{number: source for number, source, _ in packed}}
        out = bytearray(b"%PDF-1.7\n" + _BINARY_MARK + b"\n")
        places: dict[int, bytes] = {}
        for number in sorted(objects):
            places[number] = _PLACE.pack(1, len(out), 0)
            out += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
        for number, _, inside in packed:
            for place, inner in enumerate(inside):
                places[inner] = _PLACE.pack(2, number, place)
        return bytes(out) + self._cross_references(places, out, catalog, information)

    def _packed(self) -> Iterator[tuple[int, bytes, list[int]]]:
        """Yield object streams: the number, the source, and the numbers of the objects inside."""
        numbers = sorted(self.sources)
        for start in range(0, len(numbers), _OBJECTS_A_STREAM):
            inside = numbers[start : start + _OBJECTS_A_STREAM]
            sources = [self.sources[number] for number in inside]
            offsets = accumulate([len(source) + 1 for source in sources[:-1]], initial=0)
            head = "".join([f"{number} {offset}\n" for number, offset in zip(inside, offsets, strict=True)])
            entries = b"/Type/ObjStm/N %d/First %d" % (len(inside), len(head))
            yield self.reserve(), _stream(head.encode() + b"\n".join(sources), entries), inside

    def _cross_references(
        self, places: dict[int, bytes], body: bytearray, catalog: bytes, information: bytes
    ) -> bytes:
        """Return the cross-reference stream (7.5.8), which is the file's trailer too.

        A number that was reserved for nothing is free.
        """
        own, start = self.reserve(), len(body)
        places[own] = _PLACE.pack(1, start, 0)
        table = b"".join([places.get(number, _FREE) for number in range(own + 1)])
        identifier = hashlib.sha256(body).hexdigest()[:32].encode()
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %b/Info %b/ID[<%b><%b>]" % (
            own + 1,
            catalog,
            information,
            identifier,
            identifier,
        )
        return b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (own, _stream(table, entries), start)


def _stream(content: bytes, entries: bytes, *, plain: bool = False) -> bytes:
    """Return a stream, with the end of line before `endstream` that PDF/A asks for (ISO 19005-2, 6.1.7.1)."""
    if not plain:
        content = zlib.compress(content, _LEVEL)
        entries += b"/Filter/FlateDecode"
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(content), content)
