"""A workspace's report becomes a file: context → markup → document tree → bytes."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Unpack, get_args

from planreports.collector import collector_paused
from planreports.document.nodes import Document, Metadata
from planreports.document.styles import Stylesheet
from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.files.resources import resource
from planreports.files.validation import Problems
from planreports.i18n.catalogs import Catalogs, message_places
from planreports.i18n.glossary import Glossary
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.messages import message
from planreports.i18n.text import Text, TranslationState
from planreports.lao.line_breaks import LineBreaker
from planreports.layout.build import build_document
from planreports.layout.building import Labels
from planreports.layout.charts import ChartWords
from planreports.layout.environment import LayoutRenderer
from planreports.layout.folders import LayoutFolder, file_name, find_layout
from planreports.layout.front_matter import read_front_matter
from planreports.layout.notice import translation_notice
from planreports.layout.options import option_values
from planreports.layout.prompts import Prompts
from planreports.layout.rendition import Arrangement, LanguageChoice
from planreports.layout.required import CatalogPlace, require_state
from planreports.layout.tracing import Trace
from planreports.moments import moment_of
from planreports.plan.plan import Plan
from planreports.reports import REPORTS, AskedOptions
from planreports.reports.report import Report
from planreports.told import Told, told
from planreports.workspace.appearance import REFERENCE_FILE, shipped_style
from planreports.workspace.content import Audience
from planreports.workspace.places import character_place
from planreports.workspace.pseudo import in_languages
from planreports.workspace.workspace import Workspace, workspace_of
from planreports.writers import FORMATS
from planreports.writers.options import DEFAULT_OPTIONS, MissingGlyphs, WritingOptions, unheard

_MISSING = message("not translated yet")
_CONTINUED = message("(continued)")


def render(  # noqa: PLR0913 - each is a wish of its own, and is named
    workspace: Workspace | Plan,
    report: str,
    *,
    languages: Sequence[str] | None = None,
    format: str = "pdf",  # noqa: A002 - the word that users know
    arrangement: str = "side-by-side",
    audience: str = "internal",
    missing_glyphs: MissingGlyphs = "error",
    date: datetime.date | None = None,
    require: str | None = None,
    layout: str | None = None,
    layout_options: Mapping[str, object] | None = None,
    warn: Callable[[Problem], None] = unheard,
    **options: Unpack[AskedOptions],
) -> bytes:
    """Return the file of a report on a workspace, or on a plan by itself.

    `report` is its name, such as `brief` or `review-report`; `languages` are the workspace's unless given,
    the first leading; `format` is `docx`, `pdf`, `html` or `xlsx`; several languages stand `side-by-side` or
    `stacked`; `audience` is who may read this copy: `internal`, `partner` or `public`.

    `options` are the report's own: a brief has `meeting`, the id of the meeting that it is for; the plan's
    text has `annotations` (True: with actors, types, dates and references); a matrix has `profile` or
    `columns`, `group_by`, `as_of` and filters such as `agency` and `overdue`; the form of a review has
    `agency` and `year`, its report `year`, `edition` and `perspective`.

    A character that no font has is an error, or with `missing_glyphs="warn"` a visible mark in PDF and HTML.
    `date` is when the file says it was made: else the environment's SOURCE_DATE_EPOCH, else the document's
    own date; what is printed does not change. `warn` is called with every warning.

    `require` is the state that every translation must have at least: `draft` (none is missing), `reviewed` or
    `official`; a document with less is refused, with every message that is less.

    `layout` is another layout than the report's own, by its name in the workspace's `layouts/` or among the
    built-in ones; `layout_options` are values of the options that the layout's front matter declares.

    Raises PlanReportsError for an option or id that does not exist, for mistakes in a layout, and for
    characters that cannot be drawn.

    >>> import planreports
    >>> workspace = planreports.open_workspace(planreports.example_workspace())
    >>> planreports.render(workspace, "brief", meeting="2026-som6", languages=["en", "lo"])[:5]
    b'%PDF-'
    >>> planreports.render(planreports.load_plan(), "plan", annotations=True, format="html")[:9]
    b'<!DOCTYPE'
    """
    workspace = workspace_of(workspace) if isinstance(workspace, Plan) else workspace
    workspace = in_languages(workspace, languages or ())
    made = report_of(workspace, report, audience, options)
    choice = language_choice(workspace, languages, arrangement, require)
    _require(told("format"), format, FORMATS)
    _require(told("choice of missing_glyphs"), missing_glyphs, get_args(MissingGlyphs))
    tree = tree_of(made, workspace, choice, date, layout, layout_options or {})
    return file_of_tree(tree, workspace, format, missing_glyphs, warn)


def report_of(workspace: Workspace, report: str, audience: str, options: Mapping[str, Any]) -> Report:
    """Return a report by its name, ready for its layout. Raises PlanReportsError as `render` does."""
    _require(told("report"), report, REPORTS)
    _require(told("audience"), audience, [each.value for each in Audience])
    return REPORTS[report].made(report, workspace, Audience(audience), options)


def tree_of(
    report: Report,
    workspace: Workspace,
    choice: LanguageChoice,
    date: datetime.date | None,
    layout: str | None,
    layout_options: Mapping[str, object],
) -> Document:
    """Return the document tree of a report, which files of every format are written from."""
    written = moment_of(date, os.environ)
    with collector_paused():
        return dated(document_of(report, workspace, choice, layout, layout_options), written)


def file_of_tree(
    tree: Document,
    workspace: Workspace,
    format_name: str,
    missing_glyphs: MissingGlyphs,
    warn: Callable[[Problem], None],
) -> bytes:
    """Return a workspace's document as a file of one of the formats."""
    name = (workspace.folder / REFERENCE_FILE).as_posix()
    writing = WritingOptions(
        missing_glyphs, workspace.reference, name, warn, partial(character_place, workspace.folder)
    )
    with collector_paused():
        return write(tree, format_name, workspace.stylesheet, writing)


def dated(document: Document, written: datetime.datetime | None) -> Document:
    """Return a document whose file says that it was made at a moment; None leaves its own date."""
    return replace(document, metadata=replace(document.metadata, written=written)) if written else document


def document_of(
    report: Report,
    workspace: Workspace,
    choice: LanguageChoice,
    layout: str | None = None,
    layout_options: Mapping[str, object] = MappingProxyType({}),
    trace: Trace | None = None,
) -> Document:
    """Return the document tree of a report in the languages of a choice.

    `layout` is the name of another layout than the report's own; `layout_options` are what is asked of it.
    `trace` is told which blocks hold which messages.
    """
    catalogs = workspace.catalogs
    folders = layout_folders(workspace.folder)
    name = file_name(layout or report.layout)
    front_matter = read_front_matter(find_layout(name, folders))
    markup = LayoutRenderer(folders, catalogs, choice).render(
        name,
        {
            **report.context,
            "options": option_values(front_matter, layout_options),
            "is_translated": set(choice.languages) != {SOURCE_LANGUAGE},
            "logo": workspace.stylesheet.logo,
        },
        {"translation_notice": lambda messages: translation_notice(messages, choice, catalogs)},
    )
    place_of = partial(_catalog_place, workspace.folder, cache(message_places))
    require_state(markup.references.messages, choice, place_of)
    labels = Labels(
        catalogs.text(_MISSING),
        catalogs.text(_CONTINUED),
        ChartWords.of(catalogs.text),
        Prompts.of(catalogs.text),
    )
    return build_document(
        markup, _metadata(report, choice), choice, workspace.stylesheet, labels, workspace.pictures, trace
    )


def write(
    document: Document,
    format_name: str,
    stylesheet: Stylesheet | None = None,
    options: WritingOptions = DEFAULT_OPTIONS,
) -> bytes:
    """Return a document as a file of one of the formats; it has the shipped look unless another is given."""
    return FORMATS[format_name].writer()(document, stylesheet or shipped_style(), shipped_breaker(), options)


@cache
def shipped_breaker() -> LineBreaker:
    """Return what parts lines by the shipped glossary: it remembers the words of one file for the next."""
    return LineBreaker(Glossary.read(resource("locales", "glossary.csv")).whole_words())


def layout_folders(workspace: Path | None) -> tuple[LayoutFolder, ...]:
    """Return where layouts are looked for: in a workspace's folder first, then among the shipped ones."""
    shipped = LayoutFolder(resource("templates"), "templates")
    return (LayoutFolder(workspace / "layouts", "layouts"), shipped) if workspace else (shipped,)


def require_readable_layouts(folder: Path) -> None:
    """Raise LayoutError with every mistake of front matter or Jinja in the own layouts of a folder.

    What a report gives them, and so the names that they use, is known when it is rendered.
    """
    folders = layout_folders(folder)
    renderer = LayoutRenderer(folders, Catalogs({}), LanguageChoice())
    problems = Problems()
    for layout in folders[0].names():
        with problems.collecting():
            option_values(read_front_matter(find_layout(layout, folders)), {})
        with problems.collecting():
            renderer.require_readable(file_name(layout))
    problems.raise_if_any()


def _metadata(report: Report, choice: LanguageChoice) -> Metadata:
    def words(text: Text) -> str:
        return text.translation(choice.main).text

    return Metadata(
        words(report.title), choice.languages, report.date, words(report.author), words(report.subject)
    )


def language_choice(
    workspace: Workspace, languages: Sequence[str] | None, arrangement: str, require: str | None = None
) -> LanguageChoice:
    """Return the languages asked for, else the workspace's; `require` is the least state of translations.

    Raises PlanReportsError for one that has no catalog, and for an unknown arrangement or state.
    """
    if require is not None:
        _require(told("state"), require, REQUIRED_STATES)
    _require(told("arrangement"), arrangement, [each.value for each in Arrangement])
    chosen = tuple(dict.fromkeys(languages or workspace.configuration.languages))
    known = [SOURCE_LANGUAGE, *workspace.catalogs.languages]
    for code in chosen:
        _require(told("language"), code, known)
    required = TranslationState(require) if require else None
    return LanguageChoice(chosen, Arrangement(arrangement), required)


REQUIRED_STATES = tuple(
    each.value for each in reversed(TranslationState) if each is not TranslationState.MISSING
)
"""What can be required of translations, the least first."""


def _catalog_place(
    folder: Path,
    places: Callable[[Path, str], Mapping[str, tuple[str, int]]],
    language: str,
    words: str,
) -> CatalogPlace | None:
    """Return where a message stands in the catalogs of a workspace, or in those that ship."""
    for locales in (folder / "locales", resource("locales")):
        if (place := places(locales, language).get(words)) is not None:
            return CatalogPlace(*place)
    return None


def _require(what: Told, value: str, known: Collection[str]) -> None:
    if value not in known:
        raise PlanReportsError(
            Problem(told("unknown {what} `{value}`", what=what, value=value), hint=did_you_mean(value, known))
        )
