"""A PDF file's objects, and the file that holds them (ISO 32000-1, 7.3 and 7.5).

Everything but streams goes into object streams (7.5.7), so that a structure tree of a hundred thousand
elements is compressed like the pages are.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from planreports.writers.pdf.characters import legible

_OBJECTS_A_STREAM = 200
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
        offsets: dict[int, int] = {}
        for number in sorted(objects):
            offsets[number] = len(out)
            out += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
        places = {
            inner: (2, number, place) for number, _, inside in packed for place, inner in enumerate(inside)
        }
        places |= {number: (1, offset, 0) for number, offset in offsets.items()}
        return bytes(out) + self._cross_references(places, len(out), out, catalog, information)

    def _packed(self) -> Iterator[tuple[int, bytes, list[int]]]:
        """Yield object streams: the number, the source, and the numbers of the objects inside."""
        numbers = sorted(self.sources)
        for start in range(0, len(numbers), _OBJECTS_A_STREAM):
            inside = numbers[start : start + _OBJECTS_A_STREAM]
            sources = [self.sources[number] for number in inside]
            heads, offset = [], 0
            for number, source in zip(inside, sources, strict=True):
                heads.append(b"%d %d" % (number, offset))
                offset += len(source) + 1
            head = b" ".join(heads) + b"\n"
            entries = b"/Type/ObjStm/N %d/First %d" % (len(inside), len(head))
            yield self.reserve(), _stream(head + b"\n".join(sources), entries), inside

    def _cross_references(
        self,
        places: dict[int, tuple[int, int, int]],
        start: int,
        body: bytearray,
        catalog: bytes,
        information: bytes,
    ) -> bytes:
        """Return the cross-reference stream (7.5.8), which is the file's trailer too.

        A number that was reserved for nothing is free.
        """
        own = self.reserve()
        places[own] = (1, start, 0)
        free = (0, 0, 0xFFFF)
        rows = [free, *(places.get(number, free) for number in range(1, own + 1))]
        table = b"".join(
            b"%c%b%b" % (kind, second.to_bytes(4, "big"), third.to_bytes(2, "big"))
            for kind, second, third in rows
        )
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
        content = zlib.compress(content, 6)
        entries += b"/Filter/FlateDecode"
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(content), content)
