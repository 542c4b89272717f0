"""What a form's fields are called, and the squares that stand among words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planreports.document.nodes import CheckBox, Inline
from planreports.layout.building import Building
from planreports.layout.markup import Element
from planreports.told import told

FIELDS = ("input", "select", "textarea")

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


def is_box(element: Element) -> bool:
    """Return whether an element is a field that is a block of its own."""
    return element.name in FIELDS and element.attributes.get("type") != "checkbox"


def field_name(element: Element, building: Building) -> str:
    """Return a field's name; note a problem for one that is none, or that another field has."""
    name = element.attributes.get("name", "")
    if not _NAME.fullmatch(name):
        expected = told('expected name="…" of letters, digits and . _ -')
        building.problem(
            element, told('name="{name}" of <{element}>', name=name[:40], element=element.name), expected
        )
    elif building.fields.setdefault(name, element) is not element:
        building.problem(
            element, told("two fields have the name `{name}`", name=name), told("expected a name of its own")
        )
    return name


def list_name(element: Element, building: Building) -> str | None:
    """Return the name of the list that the rows of a `tbody` are entries of, where they are of one."""
    name = element.attributes.get("data-list")
    if name is not None and not _NAME.fullmatch(name):
        expected = told('expected data-list="…" of letters, digits and . _ -')
        building.problem(element, told('data-list="{name}" of <tbody>', name=name[:40]), expected)
    return name


def check_box(element: Element, language: str, style: str | None, building: Building) -> Iterator[Inline]:
    """Yield the square of an `input` that stands among words."""
    if is_box(element):
        expected = told("expected it in <label>, or alone in <td>")
        building.problem(element, told("<{element}> stands among words", element=element.name), expected)
    else:
        value = element.attributes.get("value", "")
        yield CheckBox(field_name(element, building), value, language, style)
