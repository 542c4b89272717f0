"""Markup becomes the document tree: the last step of the layout stage."""

from __future__ import annotations

from planreports.document.nodes import Block, Document, Metadata, Section
from planreports.document.styles import Stylesheet
from planreports.errors import LayoutError
from planreports.i18n.text import Text
from planreports.layout.blocks import flow
from planreports.layout.building import Building
from planreports.layout.environment import RenderedMarkup
from planreports.layout.markup import Element, parse_markup
from planreports.layout.rendition import LanguageChoice


def build_document(
    markup: RenderedMarkup,
    metadata: Metadata,
    choice: LanguageChoice,
    stylesheet: Stylesheet,
    missing_label: Text,
) -> Document:
    """Return the document tree of a rendered layout.

    Raises LayoutError with every mistake of the markup, each with the layout's file, line and column.
    """
    building = Building(choice, stylesheet, missing_label)
    sections = tuple(_section(element, building) for element in parse_markup(markup))
    if building.problems:
        raise LayoutError(building.problems)
    return Document(sections, metadata)


def _section(element: Element, building: Building) -> Section:
    building = building.inside(element)
    header, first_header = _running(element, "header", building)
    footer, first_footer = _running(element, "footer", building)
    body = [child for child in element.children if not _is_running(child)]
    return Section(
        blocks=flow(body, "body", element.origin, building),
        origin=element.origin,
        orientation="landscape" if element.class_name == "landscape" else "portrait",
        header=header or (),
        footer=footer or (),
        first_header=first_header,
        first_footer=first_footer,
    )


def _is_running(child: Element | str | Text) -> bool:
    return isinstance(child, Element) and child.name in ("header", "footer")


def _running(
    section: Element, name: str, building: Building
) -> tuple[tuple[Block, ...] | None, tuple[Block, ...] | None]:
    """Return a section's header or footer for every page, and that for its first page."""
    found: dict[str | None, tuple[Block, ...]] = {}
    for element in section.elements(name):
        if element.class_name in found:
            building.problem(element, f"a section has this <{name}> once", "remove one of them")
        found[element.class_name] = _running_blocks(element, building)
    return found.get(None), found.get("first")


def _running_blocks(element: Element, building: Building) -> tuple[Block, ...]:
    return flow(element.children, "running", element.origin, building.running().inside(element))
