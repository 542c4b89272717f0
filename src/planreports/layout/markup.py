"""Markup becomes a tree of elements: tokenised as HTML5, nested strictly, every mistake with its place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from planreports.document.nodes import Origin
from planreports.errors import LayoutError, Problem, did_you_mean
from planreports.i18n.text import RichText, Text
from planreports.layout.elements import ELEMENTS, ROOT, ElementRule
from planreports.layout.environment import RenderedMarkup
from planreports.layout.references import PrintedChart
from planreports.layout.tokens import Declaration, EndTag, StartTag, Token, tokens
from planreports.told import Told, as_it_is, told

MAXIMUM_DEPTH = 60
"""How deeply elements may stand in each other; far beyond any document, and below Python's own limit."""


@dataclass(init=False, slots=True)
class Element:
    """An element; its children are elements, literal words, and texts still in all languages.

    `wording` are the attributes that hold such words too; `chart` is what was printed in a figure.
    """

    name: str
    attributes: dict[str, str]
    origin: Origin
    children: list[Element | str | Text]
    wording: dict[str, list[Element | str | Text]]
    chart: PrintedChart | None

    def __init__(
        self, name: str, attributes: dict[str, str], origin: Origin, chart: PrintedChart | None = None
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.origin = origin
        self.children = []
        self.wording = {}
        self.chart = chart

    @property
    def class_name(self) -> str | None:
        """Return its class, if it has one."""
        return self.attributes.get("class")

    def elements(self, *names: str) -> list[Element]:
        """Return its child elements of these names."""
        return [child for child in self.children if isinstance(child, Element) and child.name in names]


class ParsedMarkup(NamedTuple):
    """The sections of a layout, and all its elements that have an `id`.

    Those in running heads and feet are not among them: they stand on many pages.
    """

    sections: list[Element]
    named: list[Element]


def parse_markup(markup: RenderedMarkup) -> ParsedMarkup:
    """Return the elements of a rendered layout.

    Raises LayoutError with every unknown element, attribute or value, everything that stands where it may
    not, and every element that is not closed; each with the layout's file, line and column.
    """
    builder = _Builder(markup)
    for token in tokens(markup.source, markup.references):
        builder.take(token)
    builder.finish()
    if builder.problems:
        raise LayoutError(builder.problems)
    return ParsedMarkup(builder.root.elements("section"), builder.named)


class _Builder:
    """Builds the tree from tokens; `place` is where the layout's last tag stood."""

    def __init__(self, markup: RenderedMarkup) -> None:
        self.references = markup.references
        self.place = Origin(markup.references.layouts[0] if markup.references.layouts else "layout", 1, 1)
        self.root = Element("layout", {}, self.place)
        self.open = [self.root]
        self.named: list[Element] = []
        self.problems: list[Problem] = []

    def take(self, token: Token) -> None:
        """Add a token to the tree."""
        match token:
            case str():
                self._words(token)
            case Origin():
                self.place = token
            case StartTag():
                self._start(token)
            case EndTag():
                self._end(token.name)
            case Text():
                self._text(token)
            case PrintedChart():
                self._chart(token)
            case Declaration():
                self._problem(told("{words} cannot stand in a layout", words=token.words))

    def _problem(self, message: Told, hint: Told | None = None) -> None:
        problem = Problem(message, self.place.layout, self.place.line, self.place.column, hint)
        if problem not in self.problems:
            self.problems.append(problem)

    def _start(self, tag: StartTag) -> None:
        name = tag.name
        rule = ELEMENTS.get(name)
        if rule is None:
            self._problem(told("unknown element <{name}>", name=name), did_you_mean(name, ELEMENTS))
            rule = ElementRule(frozenset(ELEMENTS), text=True)
        elif name not in self._rule().children:
            self._problem(
                told("<{name}> cannot stand in {parent}", name=name, parent=self._parent()), self._allowed()
            )
        attributes = self._inherited()
        if tag.attributes:
            attributes |= self._attributes(name, rule, tag.attributes)
        element = Element(name, attributes, self.place)
        if name == "hr" and element.class_name and self.open[-1].name != "section":
            self._problem(
                told("a page break stands in {parent}", parent=self._parent()),
                told("expected it in <section> only"),
            )
        for key in [each for each in rule.wording if each in attributes]:
            parts = self.references.split(attributes[key])
            element.wording[key] = [each for each in parts if isinstance(each, str | Text)]
        if "id" in attributes and not any(each.name in _RUNNING for each in self.open):
            self.named.append(element)
        self.open[-1].children.append(element)
        if tag.closes and not rule.is_void:
            self._problem(told("<{name}/> closes nothing in HTML; write <{name}></{name}>", name=name))
        elif not rule.is_void:
            self._push(element)

    def _end(self, tag: str) -> None:
        if tag in ELEMENTS and ELEMENTS[tag].is_void:
            self._problem(told("<{tag}> has no end tag", tag=tag))
            return
        if self.open[-1].name == tag:
            self.open.pop()
            return
        names = [element.name for element in self.open]
        if tag not in names:
            self._problem(told("</{tag}> closes nothing that is open", tag=tag))
            return
        while self.open[-1].name != tag:
            self._unclosed(self.open.pop())
        self.open.pop()

    def _words(self, words: str) -> None:
        if self._rule().text:
            is_plain = words.isprintable() and "  " not in words
            self.open[-1].children.append(words if is_plain else _SPACES.sub(" ", words))
        elif stripped := words.strip(_SPACE):
            self._problem(
                told(
                    "words cannot stand in {parent}: “{words}”",
                    parent=self._parent(),
                    words=stripped[:40],
                ),
                self._allowed(),
            )

    def _chart(self, printed: PrintedChart) -> None:
        if self.open[-1].name == "figure":
            self.open[-1].children.append(Element("chart", {}, self.place, chart=printed))
        else:
            self._problem(
                told("a chart cannot stand in {parent}", parent=self._parent()),
                told("expected it in <figure>"),
            )

    def _text(self, text: Text) -> None:
        rule = self._rule()
        if rule.text or (rule.rich and isinstance(text, RichText)):
            self.open[-1].children.append(text)
        else:
            self._problem(
                told(
                    "words cannot stand in {parent}: “{words}”", parent=self._parent(), words=str(text)[:40]
                ),
                self._allowed(),
            )

    def _rule(self) -> ElementRule:
        parent = self.open[-1]
        if parent is self.root:
            return ROOT
        return ELEMENTS.get(parent.name) or ElementRule(frozenset(ELEMENTS), text=True)

    def _parent(self) -> Told:
        if self.open[-1] is self.root:
            return told("a layout outside its sections")
        return as_it_is(f"<{self.open[-1].name}>")

    def _allowed(self) -> Told:
        names = ", ".join(f"<{name}>" for name in sorted(self._rule().children))
        return told("expected {what}", what=names) if names else told("expected words only")

    def _attributes(self, tag: str, rule: ElementRule, given: tuple[tuple[str, str], ...]) -> dict[str, str]:
        attributes: dict[str, str] = {}
        for name, value in given:
            if name in attributes:
                self._problem(told("<{tag}> has {name}= twice", tag=tag, name=name))
            elif name != "lang" and name not in rule.attributes and tag in ELEMENTS:
                known = ["lang", *rule.attributes]
                self._problem(
                    told("unknown attribute {name}= of <{tag}>", name=name, tag=tag),
                    did_you_mean(name, known),
                )
            else:
                attributes[name] = self._value(tag, name, value, rule)
        return attributes

    def _inherited(self) -> dict[str, str]:
        """Return the attributes that an element has from those around it: the language of its words."""
        around = self.open[-1].attributes
        return {"lang": around["lang"]} if "lang" in around else {}

    def _value(self, tag: str, name: str, value: str, rule: ElementRule) -> str:
        closed = rule.attributes.get(name)
        parts = self.references.split(value)
        if any(isinstance(part, PrintedChart) for part in parts):
            self._problem(
                told("a chart cannot stand in {name}= of <{tag}>", name=name, tag=tag),
                told("expected it in <figure>"),
            )
        elif name not in rule.wording and not all(isinstance(part, str) for part in parts):
            self._problem(told("words of a catalog cannot stand in {name}= of <{tag}>", name=name, tag=tag))
        elif name == "lang" and not _LANGUAGE_TAG.fullmatch(value):
            self._problem(
                told('lang="{value}" of <{tag}>', value=value[:20], tag=tag),
                told("expected a language's tag, such as en or lo"),
            )
        elif closed is not None and value not in closed:
            self._problem(
                told('unknown {name}="{value}" of <{tag}>', name=name, value=value, tag=tag),
                did_you_mean(value, sorted(closed)),
            )
        return value

    def _push(self, element: Element) -> None:
        if len(self.open) > MAXIMUM_DEPTH:
            raise LayoutError(
                Problem(
                    told("elements stand more than {maximum} deep in each other", maximum=MAXIMUM_DEPTH),
                    element.origin.layout,
                    element.origin.line,
                    element.origin.column,
                )
            )
        self.open.append(element)

    def _unclosed(self, element: Element) -> None:
        origin = element.origin
        self.problems.append(
            Problem(
                told("<{name}> is not closed", name=element.name), origin.layout, origin.line, origin.column
            )
        )

    def finish(self) -> None:
        """Report what is still open at the end of the markup."""
        while len(self.open) > 1:
            self._unclosed(self.open.pop())
        if not self.root.elements("section") and not self.problems:
            self._problem(told("the layout has no <section>"))


_RUNNING = ("header", "footer")

_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
"""Language, script, region and variants, as most tags of BCP 47 have them."""

_SPACE = " \t\n\r\f"
"""HTML's white space (HTML Living Standard, 2.1): a no-break space is not among it."""

_SPACES = re.compile(f"[{_SPACE}]+")
