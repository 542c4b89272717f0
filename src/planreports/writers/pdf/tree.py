"""The structure tree becomes objects of the file (ISO 32000-1, 14.7), links' annotations among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from planreports.writers.pdf.characters import legible
from planreports.writers.pdf.content import Destination, LinkArea, PageContent
from planreports.writers.pdf.objects import Objects, array, reference, text_string
from planreports.writers.pdf.outline import destination_array
from planreports.writers.pdf.structure import StructureElement

_CELLS = ("TD", "TH")


@dataclass
class StructureTree:
    """Writes the structure elements of a document; `pages` are the references to its pages.

    `destinations` are where links inside the document lead, by anchor.
    """

    objects: Objects
    pages: Sequence[bytes]
    destinations: Mapping[str, Destination]
    _identified: dict[str, bytes] = field(default_factory=dict)
    _annotations: dict[StructureElement, list[tuple[int, bytes]]] = field(default_factory=dict)

    def write(self, root: StructureElement, contents: Sequence[PageContent]) -> bytes:
        """Add the tree below `root`; return the reference to it. Annotations must have been added."""
        tree = self.objects.reserve()
        top = self._element(root, reference(tree))
        parents = [array([each.reference for each in content.marked]) for content in contents]
        parents += [link.element.reference for content in contents for link in content.links]
        numbers = b" ".join(b"%d %b" % entry for entry in enumerate(parents))
        self.objects.put(
            tree,
            b"<</Type/StructTreeRoot/K[%b]/ParentTree<</Nums[%b]>>/ParentTreeNextKey %d%b>>"
            % (top or b"", numbers, len(parents), self._identifier_tree()),
        )
        return reference(tree)

    def _identifier_tree(self) -> bytes:
        """Return the entry that finds elements by identifier (14.7.2, table 322), where any has one."""
        if not self._identified:
            return b""
        pairs = sorted((text_string(name), own) for name, own in self._identified.items())
        return b"/IDTree<</Names%b>>" % array([part for pair in pairs for part in pair])

    def add_annotations(self, contents: Sequence[PageContent]) -> list[list[bytes]]:
        """Add every link's annotation; return the references to those of each page."""
        key = len(contents)
        references: list[list[bytes]] = []
        for content in contents:
            references.append([])
            for link in content.links:
                annotation = self.objects.add(self._annotation(link, key))
                self._annotations.setdefault(link.element, []).append((content.number, annotation))
                references[-1].append(annotation)
                key += 1
        return references

    def _annotation(self, link: LinkArea, key: int) -> bytes:
        """Return a link annotation (12.5.6.5) that is described and printed, as PDF/UA and PDF/A ask."""
        if link.address.startswith("#"):
            destination = self.destinations[link.address[1:]]
            words = text_string(destination.anchor.words)
            action = b"/Dest" + destination_array(destination, self.pages)
        else:
            words = text_string(_escaped(legible(link.address)))
            action = b"/A<</S/URI/URI%b>>" % words
        rectangle = f"{link.left:.2f} {link.bottom:.2f} {link.right:.2f} {link.top:.2f}".encode()
        return b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%b]/StructParent %d/Contents%b%b>>" % (
            rectangle,
            key,
            words,
            action,
        )

    def _element(self, element: StructureElement, parent: bytes) -> bytes | None:
        """Add an element and everything in it; return its reference, or None if nothing is in it.

        Cells are there even so: all rows of a table have the same columns (ISO 14289-1, 7.5).
        """
        number = self.objects.reserve()
        own = reference(number)
        page, kids = self._kids(element, own)
        if not kids and element.tag not in _CELLS:
            return None
        element.reference = own
        where = b"/P %b" % parent if page is None else b"/P %b/Pg %b" % (parent, self.pages[page])
        source = b"<</S/%b%b%b/K[%b]>>" % (
            element.tag.encode(),
            self._properties(element, own) if element.has_properties else b"",
            where,
            b" ".join(kids),
        )
        self.objects.put(number, source)
        return own

    def _properties(self, element: StructureElement, own: bytes) -> bytes:
        extra = f"/Lang({element.language})" if element.language else ""
        extra += f"/A {element.attributes}" if element.attributes else ""
        source = extra.encode()
        if element.identifier:
            source += b"/ID" + text_string(element.identifier)
            self._identified[element.identifier] = own
        if element.alternative:
            source += b"/Alt" + text_string(element.alternative)
        return source

    def _kids(self, element: StructureElement, own: bytes) -> tuple[int | None, list[bytes]]:
        """Return what is in an element, and the page that its own marked content begins on."""
        if (
            len(element.content) == 1
            and not self._annotations
            and isinstance(only := element.content[0], tuple)
        ):
            return only[0], [b"%d" % only[1]]
        first: int | None = None
        kids: list[bytes] = []
        for each in element.content:
            if isinstance(each, StructureElement):
                if (kid := self._element(each, own)) is not None:
                    kids.append(kid)
                continue
            page, mcid = each
            if first is None:
                first = page
            if page == first:
                kids.append(b"%d" % mcid)
            else:
                kids.append(b"<</Type/MCR/Pg %b/MCID %d>>" % (self.pages[page], mcid))
        if not self._annotations:
            return first, kids
        for page, annotation in self._annotations.get(element, ()):
            kids.append(b"<</Type/OBJR/Pg %b/Obj %b>>" % (self.pages[page], annotation))
        return first, kids


def _escaped(address: str) -> str:
    """Return an address in ASCII: other characters as percent-encoded UTF-8 (RFC 3986, 2.1)."""
    return "".join(each if " " < each <= "~" else _percent(each) for each in address)


def _percent(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode())
