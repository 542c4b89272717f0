"""What a layout may do: read data, loop a while, call what is harmless; nothing that grows without end.

Jinja's own sandbox keeps a layout from the interpreter, not from our time and memory: `"a" * 10**10` is
allowed there, and so are the clock (`date.today()`) and chance (`|random`), which would make two documents
of the same input differ.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import TemplateRuntimeError, TemplateSyntaxError
from jinja2.filters import FILTERS
from jinja2.runtime import markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from planreports.document.charts import CHARTS
from planreports.files.characters import refusal
from planreports.i18n.text import Text
from planreports.told import Grouped, Told, told

MOST_TURNS = 500_000
"""How many turns of loops, macros and included layouts one document takes at most."""

MOST_CHARACTERS = 1_000_000
"""How long one value may become, in characters or items."""

MOST_MARKUP = 50_000_000
"""How much markup one macro may make, in characters: a matrix of 10,000 rows takes a third of it."""

_LARGEST_NUMBER = 1 << 256

_FILTERS = (
    "abs", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last", "length",
    "list", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select", "selectattr", "sort",
    "sum", "unique",
)  # fmt: skip
"""Jinja's filters that layouts have: they neither make markup nor ask chance, and grow nothing."""

_WORD_FILTERS = ("capitalize", "join", "lower", "replace", "title", "trim", "upper")
"""Those that make words of words; of a text in several languages they would make words in one."""

_STRING_METHODS = (
    "capitalize", "endswith", "isdigit", "lower", "removeprefix", "removesuffix", "split", "splitlines",
    "startswith", "strip", "title", "upper",
)  # fmt: skip

_METHODS: Mapping[type, frozenset[str]] = {
    str: frozenset(_STRING_METHODS),
    dict: frozenset(["get", "items", "keys", "values"]),
    list: frozenset(["count", "index"]),
    tuple: frozenset(["count", "index"]),
    datetime.date: frozenset(["isoformat", "isoweekday", "weekday"]),
    datetime.time: frozenset(["isoformat"]),
}
"""The methods of plain values that a layout may call; those of other values are none of its business."""


class _CodeGenerator(CodeGenerator):
    """Leaves `~` to the environment."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class SandboxedLayouts(ImmutableSandboxedEnvironment):
    """Jinja's sandbox with bounds."""

    code_generator_class = _CodeGenerator
    intercepted_binops = frozenset(["+", "*", "**", "%"])

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.filters = {name: FILTERS[name] for name in _FILTERS}
        self.filters |= {name: _of_plain_words(name) for name in _WORD_FILTERS}
        self.turns = 0
        self._safe: dict[tuple[type, str], bool] = {}

    @property
    def turn(self) -> None:
        """Count a turn: layouts look at this at the beginning of each, which is quicker than a call.

        Raises TemplateRuntimeError when there have been too many.
        """
        self.turns += 1
        if self.turns > MOST_TURNS:
            raise TemplateRuntimeError(
                told("loops and macros take more than {most} turns", most=Grouped(MOST_TURNS))
            )

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return a layout's syntax tree, with a look at `turn` at the head of all that can repeat."""
        tree = super()._parse(source, name, filename)
        for constant in tree.find_all(nodes.Const):
            if isinstance(constant.value, str) and (refused := refusal(constant.value)):
                raise TemplateSyntaxError(refused[0], constant.lineno, name, filename)
        repeated: Iterable[Any] = (tree, *tree.find_all((nodes.For, nodes.Macro, nodes.CallBlock)))
        for node in repeated:
            node.body.insert(0, nodes.ExprStmt(nodes.EnvironmentAttribute("turn")).set_lineno(node.lineno))
        return tree

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a layout may reach an attribute: data always, harmless methods of plain values."""
        if callable(value) and not _is_template_object(obj):
            return any(isinstance(obj, kind) and attr in names for kind, names in _METHODS.items())
        key = type(obj), attr  # Jinja judges by no more than these, and slowly
        if key not in self._safe:
            self._safe[key] = super().is_safe_attribute(obj, attr, value)
        return self._safe[key]

    def wrap_str_format(self, value: Any) -> None:
        """Return nothing: `str.format` is no harmless method, and is refused like the others."""

    def joined(self, parts: Sequence[object]) -> str:
        """Return what `~` makes of values. Raises TemplateRuntimeError for a text, and for too many words."""
        if any(isinstance(part, Text) for part in parts):
            raise TemplateRuntimeError(told("a text cannot be joined with ~: print one after the other"))
        if any(isinstance(part, CHARTS) for part in parts):
            raise TemplateRuntimeError(told("a chart cannot be joined with ~: print it in <figure>"))
        made = markup_join(parts)
        if refusal := too_long(made):
            raise TemplateRuntimeError(refusal)
        return made

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Return what an operator makes of two values. Raises TemplateRuntimeError for what is too large."""
        if refusal := _REFUSALS[operator](left, right):
            raise TemplateRuntimeError(refusal)
        return super().call_binop(context, operator, left, right)


def _is_template_object(value: object) -> bool:
    """Return whether a value is Jinja's own, such as a loop, a namespace or an imported layout's macros."""
    return type(value).__module__.startswith("jinja2.")


def too_long(value: Sequence[object]) -> Told | None:
    """Return why a value cannot be used, if it is too long; what a macro made may be longer than words."""
    most = MOST_MARKUP if isinstance(value, Markup) else MOST_CHARACTERS
    return told("a value is longer than {most} characters", most=Grouped(most)) if len(value) > most else None


def _sum_refusal(left: object, right: object) -> Told | None:
    if isinstance(left, Text) or isinstance(right, Text):
        return told("a text cannot be added to: print one after the other")
    if isinstance(left, str | list | tuple) and isinstance(right, str | list | tuple):
        return too_long(left) or too_long(right)
    return None


def _product_refusal(left: object, right: object) -> Told | None:
    if isinstance(left, int | float) and isinstance(right, int | float):
        return (
            None
            if abs(left) < _LARGEST_NUMBER and abs(right) < _LARGEST_NUMBER
            else told("a number is too large")
        )
    return told("only numbers can be multiplied")


def _power_refusal(left: object, right: object) -> Told | None:
    if isinstance(left, int | float) and isinstance(right, int | float):
        return None if abs(left) <= 1000 and abs(right) <= 25 else told("a number is too large")
    return told("only numbers have powers")


def _remainder_refusal(left: object, right: object) -> Told | None:
    if isinstance(left, str):
        return told("words are filled in with {example}", example='_("… {name} …", name=…)')
    return None


_REFUSALS: Mapping[str, Callable[[Any, Any], Told | None]] = {
    "+": _sum_refusal,
    "*": _product_refusal,
    "**": _power_refusal,
    "%": _remainder_refusal,
}
"""Why an operator does not take two values, if it does not."""


def _of_plain_words(name: str) -> Callable[..., Any]:
    """Return one of Jinja's filters that refuses texts and what is too long."""
    original: Callable[..., Any] = FILTERS[name]

    @wraps(original)
    def checked(*given: Any, **options: Any) -> Any:
        values = [list(each) if _is_lazy(each) else each for each in given]
        if any(map(_holds_text, values)):
            raise TemplateRuntimeError(
                told("`{name}` would leave one language of a text: print the text itself", name=name)
            )
        made = original(*values, **options)
        if isinstance(made, str) and (refusal := too_long(made)):
            raise TemplateRuntimeError(refusal)
        return made

    return checked


def _is_lazy(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | Markup | Mapping | Sequence | Text)


def _holds_text(value: object) -> bool:
    return isinstance(value, (Text, *CHARTS)) or (
        isinstance(value, list | tuple) and any(map(_holds_text, value))
    )
