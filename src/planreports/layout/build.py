"""Markup becomes the document tree: the last step of the layout stage."""

from __future__ import annotations

from dataclasses import replace

from planreports.document.nodes import Block, Contents, Document, Metadata, Section
from planreports.document.pictures import PictureFolders
from planreports.document.styles import Stylesheet, contents_levels
from planreports.errors import LayoutError, Problem
from planreports.i18n.text import Text
from planreports.layout.anchors import named_elements
from planreports.layout.blocks import flow
from planreports.layout.building import Building, Labels
from planreports.layout.environment import RenderedMarkup
from planreports.layout.markup import Element, parse_markup
from planreports.layout.rendition import LanguageChoice
from planreports.layout.tracing import Trace
from planreports.told import told


def build_document(
    markup: RenderedMarkup,
    metadata: Metadata,
    choice: LanguageChoice,
    stylesheet: Stylesheet,
    labels: Labels,
    pictures: PictureFolders | None = None,
    trace: Trace | None = None,
) -> Document:
    """Return the document tree of a rendered layout; `trace` is told which blocks hold which messages.

    Raises LayoutError with every mistake of the markup, each with the layout's file, line and column.
    """
    parsed = parse_markup(markup)
    problems: list[Problem] = []
    anchors = named_elements(parsed.named, problems)
    pictures = pictures or PictureFolders()
    building = Building(choice, stylesheet, labels, problems, anchors, pictures, trace=trace)
    sections = [_section(element, building) for element in parsed.sections]
    if problems:
        raise LayoutError(problems)
    return Document(tuple(_with_contents(section, building) for section in sections), metadata)


def _with_contents(section: Section, building: Building) -> Section:
    """Return a section whose contents list the headings, now that all are known."""
    if not any(isinstance(block, Contents) for block in section.blocks):
        return section
    entries = building.anchors.entries(contents_levels(building.stylesheet))
    blocks = (
        replace(block, entries=entries) if isinstance(block, Contents) else block for block in section.blocks
    )
    return replace(section, blocks=tuple(blocks))


def _section(element: Element, building: Building) -> Section:
    building = building.inside(element)
    headers, footers = _running(element, "header", building), _running(element, "footer", building)
    body = [child for child in element.children if not _is_running(child)]
    return Section(
        blocks=flow(body, "body", element.origin, building),
        origin=element.origin,
        orientation="landscape" if element.class_name == "landscape" else "portrait",
        header=headers.get(None, ()),
        footer=footers.get(None, ()),
        first_header=headers.get("first"),
        first_footer=footers.get("first"),
        watermark=headers.get("watermark", ()),
    )


def _is_running(child: Element | str | Text) -> bool:
    return isinstance(child, Element) and child.name in ("header", "footer")


def _running(section: Element, name: str, building: Building) -> dict[str | None, tuple[Block, ...]]:
    """Return a section's headers or footers by their class: that for every page has none."""
    found: dict[str | None, tuple[Block, ...]] = {}
    for element in section.elements(name):
        if element.class_name in found:
            building.problem(
                element, told("a section has this <{name}> once", name=name), told("remove one of them")
            )
        found[element.class_name] = _running_blocks(element, building)
    return found


def _running_blocks(element: Element, building: Building) -> tuple[Block, ...]:
    style = "watermark" if element.class_name == "watermark" else "running"
    return flow(element.children, style, element.origin, building.running().inside(element))
