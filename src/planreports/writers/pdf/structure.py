"""The structure tree: what a screen reader hears, while pages show it (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(init=False, eq=False, slots=True)
class StructureElement:
    """A structure element; `content` are its elements, and its marked content as (page, MCID), in order.

    `language` is set where it differs from the parent's. `attributes` are PDF source of its attribute
    object (14.8.5), such as a header cell's scope. `alternative` says in words what is drawn; `identifier`
    is what no other element of the document has. `reference` is to its object, once that is written.
    """

    tag: str
    language: str | None
    attributes: str | None
    content: list[StructureElement | tuple[int, int]]
    alternative: str | None
    identifier: str | None
    reference: bytes

    def __init__(self, tag: str, language: str | None = None, attributes: str | None = None) -> None:
        self.tag = tag
        self.language = language
        self.attributes = attributes
        self.content = []
        self.alternative = None
        self.identifier = None
        self.reference = b""

    @property
    def has_properties(self) -> bool:
        """Return whether there is more to it than a tag and content."""
        return bool(self.language or self.attributes or self.alternative or self.identifier)

    def child(self, tag: str, language: str | None = None, attributes: str | None = None) -> StructureElement:
        """Return a new element at the end of this one."""
        element = StructureElement(tag, language, attributes)
        self.content.append(element)
        return element


def cell_attributes(scope: str | None, column_span: int, row_span: int) -> str | None:
    """Return a cell's attribute object (14.8.5.7, table 349), or None where it needs none."""
    if not scope and column_span == row_span == 1:
        return None
    parts = []
    if scope:
        parts.append(f"/Scope/{scope.capitalize()}")
    if column_span > 1:
        parts.append(f"/ColSpan {column_span}")
    if row_span > 1:
        parts.append(f"/RowSpan {row_span}")
    return f"<</O/Table{''.join(parts)}>>"


def figure_attributes(left: float, bottom: float, right: float, top: float) -> str:
    """Return a figure's attribute object: a block, and where on its page it stands (14.8.5.4, table 344)."""
    return f"<</O/Layout/Placement/Block/BBox[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]>>"
