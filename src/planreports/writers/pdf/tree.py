"""The structure tree becomes objects of the file (ISO 32000-1, 14.7), links' annotations among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfdoc

from planreports.writers.pdf.content import LinkArea, PageContent
from planreports.writers.pdf.objects import Source, name
from planreports.writers.pdf.structure import StructureElement


@dataclass
class StructureTree:
    """Writes the structure elements of a document whose pages are given."""

    document: Any
    pages: Sequence[Any]
    _references: dict[int, bytes] = field(default_factory=dict)
    _annotations: dict[int, list[tuple[int, bytes]]] = field(default_factory=dict)

    def write(self, root: StructureElement, contents: Sequence[PageContent]) -> None:
        """Add the tree below `root` to the document, and tell every page its place in it."""
        page_references = [self._reference(page) for page in self.pages]
        links = self._link_annotations(contents)
        tree = Source()
        tree_reference = self._reference(tree)
        root_reference = self._element(root, tree_reference, page_references)
        numbers = [self._marked_elements(content) for content in contents]
        numbers += [self._references[id(link.element)] for link in links]
        nums = b" ".join(b"%d %b" % entry for entry in enumerate(numbers))
        tree.source = b"<</Type/StructTreeRoot/K[%b]/ParentTree<</Nums[%b]>>/ParentTreeNextKey %d>>" % (
            root_reference,
            nums,
            len(numbers),
        )
        self.document.Catalog.StructTreeRoot = tree
        for number, page in enumerate(self.pages):
            page.StructParents = number
            page.Tabs = name("S")

    def _marked_elements(self, content: PageContent) -> bytes:
        return b"[%b]" % b" ".join(self._references[id(element)] for element in content.marked)

    def _element(self, element: StructureElement, parent: bytes, pages: Sequence[bytes]) -> bytes:
        """Add an element and everything in it; return its reference."""
        target = Source()
        reference = self._references[id(element)] = self._reference(target)
        kids = []
        for each in element.content:
            if isinstance(each, StructureElement):
                if each.has_content():
                    kids.append(self._element(each, reference, pages))
            else:
                kids.append(b"<</Type/MCR/Pg %b/MCID %d>>" % (pages[each[0]], each[1]))
        for page, annotation in self._annotations.get(id(element), ()):
            kids.append(b"<</Type/OBJR/Pg %b/Obj %b>>" % (pages[page], annotation))
        extra = f"/Lang({element.language})" if element.language else ""
        extra += f"/A {element.attributes}" if element.attributes else ""
        target.source = b"<</S/%b/P %b%b/K[%b]>>" % (
            element.tag.encode(),
            parent,
            extra.encode(),
            b" ".join(kids),
        )
        return reference

    def _link_annotations(self, contents: Sequence[PageContent]) -> list[LinkArea]:
        """Add every link's annotation to its page; return the links by their parent-tree keys."""
        links: list[LinkArea] = []
        for page, content in zip(self.pages, contents, strict=True):
            references = []
            for link in content.links:
                annotation = Source(_annotation(link, len(contents) + len(links)))
                reference = self._reference(annotation)
                self._annotations.setdefault(id(link.element), []).append((content.number, reference))
                references.append(reference)
                links.append(link)
            if references:
                page.Annots = Source(b"[%b]" % b" ".join(references))
        return links

    def _reference(self, target: Any) -> bytes:
        source: bytes = pdfdoc.format(self.document.Reference(target), self.document)
        return source


def _annotation(link: LinkArea, key: int) -> bytes:
    """Return a link annotation (12.5.6.5) that is described and printed, as PDF/UA and PDF/A ask."""
    address = "".join(
        character if " " < character <= "~" else _percent(character) for character in link.address
    )
    uri = address.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    rectangle = f"{link.left:.2f} {link.bottom:.2f} {link.right:.2f} {link.top:.2f}"
    return (
        f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[{rectangle}]/StructParent {key}"
        f"/Contents({uri})/A<</S/URI/URI({uri})>>>>"
    ).encode("ascii")


def _percent(character: str) -> str:
    """Return a character as an address has it: percent-encoded UTF-8 (RFC 3986, 2.1)."""
    return "".join(f"%{byte:02X}" for byte in character.encode())
