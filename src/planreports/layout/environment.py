"""A layout and a context become markup: Jinja in a sandbox, whose every mistake has a place.

Layouts are untrusted: they run in Jinja's immutable sandbox, reach only the data of their context (no
methods of ours), and load only layouts from the folders given.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import TemplateError, TemplateRuntimeError
from jinja2.utils import missing
from markupsafe import Markup, escape

from planreports.document.charts import CHARTS
from planreports.errors import LayoutError, Problem, did_you_mean
from planreports.i18n import formats
from planreports.i18n.catalogs import Catalogs
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import Text, Translation
from planreports.layout.folders import LayoutFolder
from planreports.layout.loading import LayoutLoader
from planreports.layout.options import OptionValues
from planreports.layout.positions import PositionsExtension
from planreports.layout.references import NONCHARACTERS, DeferredText, References
from planreports.layout.rendition import LanguageChoice
from planreports.layout.sandbox import SandboxedLayouts, too_long
from planreports.told import Told, as_it_is, told

_MISTAKES = (
    TemplateError,
    TypeError,
    ValueError,
    LookupError,
    ArithmeticError,
    AttributeError,
    RecursionError,
)
"""What a template can raise while it runs: mistakes of its own, reported with its line."""


@dataclass(frozen=True, slots=True)
class RenderedMarkup:
    """What Jinja made of a layout, with the references that the parser resolves."""

    source: str
    references: References


class _Undefined(StrictUndefined):
    """A name that a layout uses and that does not exist: using it names the nearest that does."""

    known_names: frozenset[str] = frozenset()

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_hint or isinstance(self._undefined_obj, StrictUndefined):
            return self._undefined_hint or f"nothing here is called `{name}`"
        if self._undefined_obj is missing:
            return _unknown("name", name, self.known_names)
        return _unknown("attribute", name, _public_names(self._undefined_obj))


def _unknown(what: str, name: str, known: Iterable[str]) -> str:
    hint = did_you_mean(name, sorted(known))
    return f"unknown {what} `{name}`" + (f": {hint}" if hint else "")


def _public_names(value: object) -> list[str]:
    if isinstance(value, Mapping | OptionValues):
        return [str(key) for key in value]
    kind = type(value)
    data = [*getattr(kind, "model_fields", ()), *getattr(kind, "__dataclass_fields__", ())]
    properties = [name for name in dir(kind) if isinstance(getattr(kind, name), property)]
    return [name for name in (*data, *properties) if not name.startswith(("_", "model_"))]


class _Environment(SandboxedLayouts):
    """The sandbox of one rendering."""

    references: References
    display_name: Callable[[str], str]


_WORDED: tuple[tuple[type, Callable[[Any, str], str]], ...] = (
    (datetime.date, formats.long_date),
    (PartialDate, formats.partial_date),
    (Decimal, formats.number),
)
"""What prints as each language writes it."""


@dataclass(frozen=True, slots=True)
class Printer:
    """Turns what `{{ … }}` prints into markup: texts by reference, nothing silently blank."""

    references: References
    languages: tuple[str, ...]

    def __call__(self, value: object) -> object:
        """Return what stands in the markup for a value: words are escaped, whatever a layout has set."""
        if isinstance(value, Text):
            return self.references.refer(value)
        if isinstance(value, str):
            return _escaped(value)
        if isinstance(value, StrictUndefined):
            return str(value)  # raises, naming what is undefined
        for kind, words in _WORDED:
            if isinstance(value, kind):
                return self.per_language(words, value)
        if isinstance(value, CHARTS):
            return self.references.refer_to_chart(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise TemplateRuntimeError(
            told("{what} cannot be printed; it has no words of its own", what=_kind(value))
        )

    def per_language(self, words: Callable[[Any, str], str], value: object) -> Markup:
        """Return the markup of what a formatting function gives in each of the rendition's languages."""
        text = Text(tuple(Translation(language, words(value, language)) for language in self.languages))
        return self.references.refer(text, is_message=False)


def _escaped(words: str) -> Markup:
    """Return words as markup.

    Raises TemplateRuntimeError for too many, and for characters that signs are made of.
    """
    if refusal := too_long(words):
        raise TemplateRuntimeError(refusal)
    if not isinstance(words, Markup) and (bad := NONCHARACTERS.search(words)):
        raise TemplateRuntimeError(
            told("the character U+{number} is not allowed in text", number=f"{ord(bad[0]):04X}")
        )
    return escape(words)


def _kind(value: object) -> Told:
    if value is None:
        return told("an empty value")
    return told("a value of type {type}", type=type(value).__name__)


@dataclass(frozen=True, slots=True)
class LayoutRenderer:
    """Renders layouts found in `folders` with words from `catalogs`, in the languages of `choice`."""

    folders: tuple[LayoutFolder, ...]
    catalogs: Catalogs
    choice: LanguageChoice

    def render(
        self,
        name: str,
        context: Mapping[str, object],
        deferred: Mapping[str, Callable[[tuple[Text, ...]], Text]] | None = None,
    ) -> RenderedMarkup:
        """Return the markup of the layout `name`.

        `deferred` are names whose text is computed from all texts that the layout printed, after it did.
        Raises LayoutError with the layout's file and line: its syntax, a name or attribute that does
        not exist (with the nearest that does), or a value that cannot be printed.
        """
        environment = self._environment()
        references = environment.references
        context = {**context, **_deferred(references, deferred or {})}
        environment.undefined = type(
            "Undefined", (_Undefined,), {"known_names": frozenset((*context, *environment.globals))}
        )
        try:
            source = environment.get_template(name).render(context)
        except _MISTAKES as error:
            raise LayoutError(_problem(error, environment)) from error
        return RenderedMarkup(source, references)

    def require_readable(self, name: str) -> None:
        """Raise LayoutError, with file and line, for a layout that is no Jinja."""
        environment = self._environment()
        try:
            environment.get_template(name)
        except _MISTAKES as error:
            raise LayoutError(_problem(error, environment)) from error

    def _environment(self) -> _Environment:
        environment = _Environment(
            loader=LayoutLoader([folder.path for folder in self.folders]),
            extensions=[PositionsExtension],
            undefined=_Undefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        printer = Printer(environment.references, self.choice.languages)
        environment.finalize = printer
        environment.display_name = self._display_name
        environment.globals = {
            "_": self._message,
            "pgettext": self._message_in_context,
            "languages": self.choice.languages,
            "range": environment.globals["range"],
            "namespace": environment.globals["namespace"],
        }
        environment.filters["weekday_date"] = lambda value: printer.per_language(formats.weekday_date, value)
        environment.filters["long_date"] = lambda value: printer.per_language(formats.long_date, value)
        environment.filters["machine"] = formats.machine_notation
        return environment

    def _message(self, words: str, **values: object) -> Text:
        """Return an interface message in its languages, with `{name}` filled in."""
        return _filled(self.catalogs.text(str(words)), words, values)

    def _message_in_context(self, context: str, words: str, /, **values: object) -> Text:
        """Return a message whose English has several senses, in the one that `context` (msgctxt) names."""
        return _filled(self.catalogs.text(str(words), str(context)), words, values)

    def _display_name(self, name: str) -> str:
        for folder in self.folders:
            if (folder.path / name).is_file():
                return f"{folder.name}/{name}"
        return name


def _filled(text: Text, words: str, values: Mapping[str, object]) -> Text:
    try:
        return text.format(**values) if values else text
    except KeyError as error:
        message = told(
            "the message `{words}` has no value for {placeholder}",
            words=words,
            placeholder=f"{{{error.args[0]}}}",
        )
        raise TemplateRuntimeError(message) from error


def _deferred(
    references: References, deferred: Mapping[str, Callable[[tuple[Text, ...]], Text]]
) -> dict[str, Markup]:
    def text_of(compute: Callable[[tuple[Text, ...]], Text]) -> DeferredText:
        return lambda: compute(tuple(references.messages))

    return {name: references.refer(text_of(compute)) for name, compute in deferred.items()}


def _problem(error: BaseException, environment: _Environment) -> Problem:
    if isinstance(error, TemplateSyntaxError):
        message = as_it_is(error.message) if error.message else told("unreadable")
        return Problem(message, _shown(error.name, environment), error.lineno)
    if isinstance(error, TemplateNotFound):
        names = environment.list_templates()
        return Problem(
            told("there is no layout `{name}`", name=str(error.name)[:60]),
            hint=did_you_mean(str(error.name), names),
        )
    name, line = _template_place(error, environment)
    said = error.args[0] if error.args and isinstance(error.args[0], Told) else str(error)
    return Problem(as_it_is(said or type(error).__name__), name, line)


def _template_place(error: BaseException, environment: _Environment) -> tuple[str | None, int | None]:
    """Return the innermost layout and line on the way to an error; Jinja has rewritten its frames to them."""
    names, folders = environment.list_templates(), _folders(environment)
    places = {str(Path(folder) / name): name for name in names for folder in folders}
    found: tuple[str | None, int | None] = (None, None)
    trace = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file in places:
            found = (_shown(places[file], environment), trace.tb_lineno)
        trace = trace.tb_next
    return found


def _folders(environment: _Environment) -> list[str]:
    loader = environment.loader
    return list(loader.searchpath) if isinstance(loader, FileSystemLoader) else []


def _shown(name: str | None, environment: _Environment) -> str | None:
    return environment.display_name(name) if name else None
