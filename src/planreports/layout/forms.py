"""Form elements become what is written into by hand: boxes, lines and squares to tick, with their labels."""

from __future__ import annotations

from collections.abc import Callable

from planreports.document.forms import FieldKind, FieldOption, FormField, Prompt
from planreports.document.nodes import (
    Block,
    Cell,
    CheckBox,
    Column,
    Inline,
    Origin,
    Paragraph,
    Row,
    Run,
    Table,
)
from planreports.layout.building import Building
from planreports.layout.fields import FIELDS, field_name, is_box
from planreports.layout.inlines import Content, inlines_in, inlines_together, is_blank, texts_of
from planreports.layout.markup import Element
from planreports.told import either, told

_LABEL, _CHOICES, _HINT = "field-label", "choices", "field-hint"
_BOX = "field"
"""The styles of paragraphs, and the table style of a box, where a layout names no other."""

_BETWEEN = "\u2003"
_NO_BREAK_SPACE = "\u00a0"

SetParagraph = Callable[[Content, str, Origin, Building], tuple[Block, ...]]
"""Makes the paragraphs of words; given by the caller, because blocks hold forms."""


def labelled(element: Element, building: Building, paragraph: SetParagraph) -> tuple[Block, ...]:
    """Return the blocks of a `label`: its words, and below them the field; a square to tick stands before."""
    fields = element.elements(*FIELDS)
    if len(fields) != 1:
        names = either(("<input>", "<select>", "<textarea>"))
        building.problem(
            element,
            told("a <label> has one {field}", field=names),
            told("found {number}", number=len(fields)),
        )
        return ()
    words = [child for child in element.children if child is not fields[0]]
    if is_blank(words):
        building.problem(
            element, told("a <label> has no words"), told("expected what belongs into its field")
        )
    if not is_box(fields[0]):
        content = [fields[0], _NO_BREAK_SPACE, *_from_first_word(words)]
        return paragraph(content, _CHOICES, element.origin, building)
    label = paragraph(words, _LABEL, element.origin, building)
    return (*label, *field_blocks(fields[0], _plain(words, building), building, paragraph))


def _from_first_word(content: Content) -> Content:
    """Return content without the white space that it begins with."""
    first, *others = content or [""]
    return [first.lstrip(" "), *others] if isinstance(first, str) else content


def field_blocks(
    element: Element, label: str, building: Building, paragraph: SetParagraph
) -> tuple[Block, ...]:
    """Return a field as a block: a select's choices to tick, or a box of some rows to write into."""
    if element.name == "select":
        return (_choices(element, label, building),)
    style = building.style_name(element, building.stylesheet.table) or _BOX
    field = form_field(element, label, building)
    rows, height = building.count(element, "rows"), building.stylesheet.form.row_height_mm
    is_ruled = building.stylesheet.table[style].rule_row is not None
    hint = hint_of(element, building, paragraph)
    heights = [height] * rows if is_ruled else [height * rows]
    made = (
        Row(
            (Cell(() if number else hint, element.origin, field=None if number else field),),
            element.origin,
            together=number < len(heights) - 1,
            height=each,
        )
        for number, each in enumerate(heights)
    )
    language = building.choice.main
    return (Table((Column(100, "*"),), (), tuple(made), style, language, element.origin, presentation=True),)


def only_field(cell: Element) -> Element | None:
    """Return the field that a cell is, if nothing else stands in it."""
    solid = [child for child in cell.children if not is_blank([child])]
    first = solid[0] if len(solid) == 1 else None
    is_field = isinstance(first, Element) and is_box(first) and first.name != "select"
    return first if is_field and isinstance(first, Element) else None


def form_field(element: Element, label: str, building: Building) -> FormField:
    """Return what a field is; `label` is what stands before it, where its `title` says no more."""
    kind: FieldKind = "lines" if element.name == "textarea" else "text"
    if element.attributes.get("type") == "date":
        kind = "date"
    title = _plain(element.wording.get("title", []), building)
    hint = _plain(element.wording.get("placeholder", []), building)
    prompts = building.labels.prompts.asking(kind, building.choice.languages)
    if hint:
        prompts = (Prompt(building.choice.main, hint),)
    return FormField(field_name(element, building), title or label, kind, prompts)


def hint_of(element: Element, building: Building, paragraph: SetParagraph) -> tuple[Block, ...]:
    """Return the small words that stand in an empty field."""
    content = element.wording.get("placeholder", [])
    return () if is_blank(content) else paragraph(content, _HINT, element.origin, building)


def _choices(element: Element, label: str, building: Building) -> Paragraph:
    """Return a select as its options, each behind a square to tick."""
    choice = building.choice
    look = building.stylesheet.paragraph[_CHOICES]
    name = field_name(element, building)
    inlines: list[Inline] = []
    options: list[FieldOption] = []
    for option in element.elements("option"):
        inlines += [Run(_BETWEEN, choice.main)] if inlines else []
        value = option.attributes.get("value", "")
        words = (
            inlines_together(option.children, look, building)
            if choice.is_multilingual
            else inlines_in(option.children, choice.main, building)
        )
        inlines += [CheckBox(name, value, choice.main), Run(_NO_BREAK_SPACE, choice.main), *words]
        options.append(FieldOption(value, "".join(each.text for each in words if isinstance(each, Run))))
    if not inlines:
        building.problem(element, told("<select> has no <option>"))
    prompts = building.labels.prompts.asking("choice", choice.languages)
    title = _plain(element.wording.get("title", []), building) or label
    field = FormField(name, title, "choice", prompts, tuple(options))
    made = Paragraph(tuple(inlines), choice.main, _CHOICES, element.origin, choice=field)
    return building.trace.traced(made, texts_of([element])) if building.trace else made


def _plain(content: Content, building: Building) -> str:
    """Return words without their look, in the document's first language."""
    inlines = inlines_in(content, building.choice.main, building)
    return "".join(each.text for each in inlines if isinstance(each, Run))
