"""The structure tree: what a screen reader hears, while pages show it (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(eq=False)
class StructureElement:
    """A structure element; `content` are its elements, and its marked content as (page, MCID), in order.

    `language` is set where it differs from the parent's. `attributes` are PDF source of its attribute
    object (14.8.5), such as a header cell's scope.
    """

    tag: str
    language: str | None = None
    attributes: str | None = None
    content: list[StructureElement | tuple[int, int]] = field(default_factory=list)

    def child(self, tag: str, language: str | None = None, attributes: str | None = None) -> StructureElement:
        """Return a new element at the end of this one."""
        element = StructureElement(tag, language, attributes)
        self.content.append(element)
        return element

    def has_content(self) -> bool:
        """Return whether anything in it is on a page."""
        return any(isinstance(each, tuple) or each.has_content() for each in self.content)

    def children(self) -> Iterator[StructureElement]:
        """Yield its elements that hold anything."""
        for each in self.content:
            if isinstance(each, StructureElement) and each.has_content():
                yield each


def cell_attributes(scope: str | None, column_span: int, row_span: int) -> str | None:
    """Return a cell's attribute object (14.8.5.7, table 349), or None where it needs none."""
    parts = []
    if scope:
        parts.append(f"/Scope/{scope.capitalize()}")
    if column_span > 1:
        parts.append(f"/ColSpan {column_span}")
    if row_span > 1:
        parts.append(f"/RowSpan {row_span}")
    return f"<</O/Table{''.join(parts)}>>" if parts else None
