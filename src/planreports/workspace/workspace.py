"""A secretariat's folder becomes a workspace: configuration, plan, catalogs and meetings, all checked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from planreports.collector import collector_paused
from planreports.document.pictures import PictureFolders
from planreports.document.styles import Stylesheet
from planreports.errors import DataError, PlanReportsError, Problem, UnknownIdError, did_you_mean
from planreports.files.parts import parts
from planreports.files.resources import resource
from planreports.files.source import Source
from planreports.files.validation import Problems
from planreports.files.yaml_reading import YamlReading, program_state, yaml_reading
from planreports.files.yaml_source import read_yaml
from planreports.i18n.catalogs import Catalogs, language_folders
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.i18n.text import INLINE_STATE, joined
from planreports.plan.loader import built_in_plans, plan_read, unknown_plan
from planreports.plan.plan import Plan
from planreports.told import told
from planreports.workspace.appearance import (
    REFERENCE_FILE,
    STYLE_FILE,
    house_style,
    picture_folders,
    reference_file,
    shipped_style,
)
from planreports.workspace.checks import check_configuration, check_meeting
from planreports.workspace.configuration import Configuration, Organisation
from planreports.workspace.known_configuration import KnownConfiguration, read_configuration
from planreports.workspace.meetings import Meeting
from planreports.workspace.records import (
    NO_RECORDS,
    RecordContext,
    Records,
    load_records,
    record_files,
)
from planreports.workspace.statuses import StatusScale, status_scale
from planreports.workspace.texts import WorkspaceTranslations

CONFIGURATION_FILE = "planreports.toml"


@dataclass(frozen=True)
class Workspace:
    """A loaded workspace: every file read and checked, the plan in all its languages.

    `records` are its agencies, the assignments of commitments, and their progress; `statuses` the scale.

    `stylesheet` is how its documents look: the shipped look, changed by its own `style.toml`. `pictures`
    finds the files of its `images/` folder. `reference` are the bytes of its `reference.docx`, if it has one.
    """

    folder: Path
    configuration: Configuration
    catalogs: Catalogs
    plan: Plan
    meetings: tuple[Meeting, ...]
    records: Records
    statuses: StatusScale
    stylesheet: Stylesheet = field(repr=False)
    pictures: PictureFolders = field(repr=False, compare=False)
    reference: bytes | None = field(default=None, repr=False)

    def meeting(self, id_: str) -> Meeting:
        """Return the meeting with an id. Raises UnknownIdError, naming the nearest."""
        for meeting in self.meetings:
            if meeting.id == id_:
                return meeting
        hint = did_you_mean(id_, [meeting.id for meeting in self.meetings])
        raise UnknownIdError(
            Problem(told("there is no meeting `{id}`", id=id_), f"{self.folder}/meetings", hint=hint)
        )


@collector_paused()
def open_workspace(path: str | Path = ".") -> Workspace:
    """Return the workspace of a folder, or of the folder above it that holds `planreports.toml`.

    Raises PlanReportsError with every problem of all its files, each with file, line and column.

    >>> import planreports
    >>> workspace = planreports.open_workspace(planreports.example_workspace())
    >>> [meeting.id for meeting in workspace.meetings]
    ['2025-som5', '2026-som6', '2026-trade-group2']
    """
    folder = workspace_folder(Path(path))
    problems = Problems()
    known = _known(folder, problems)
    catalogs, plan = Catalogs({}), None
    locales = [resource("locales"), folder / "locales"]
    with problems.collecting():
        catalogs = Catalogs.load(locales)
    languages = catalogs.languages or language_folders(locales)
    translations = WorkspaceTranslations.of(catalogs)
    reading = _reading(known, folder, languages)
    with problems.collecting():
        plan = _plan(known, folder, reading)
    if plan is not None:
        plan = plan.localized(lambda context, text: catalogs.completed(text, context))
    problems.found += check_configuration(known, plan, languages)
    meetings = tuple(
        translations.localized(meeting, f"meetings/{path.name}")
        for path, meeting in _meetings(folder, known, plan, languages, problems)
    )
    configuration = translations.localized(known.whole, CONFIGURATION_FILE) if known.whole else None
    statuses = _statuses(known, configuration, catalogs)
    context = RecordContext(plan, statuses, languages, known.inline_state, reading, translations)
    records = load_records(folder, context, problems)
    look = _look(folder, languages, problems)
    problems.raise_if_any()
    reading.keep()
    if configuration is None or plan is None or statuses is None or look is None:
        raise AssertionError("what is not there has left a problem")
    return Workspace(folder, configuration, catalogs, plan, meetings, records, statuses, *look)


def configuration_of(folder: Path) -> tuple[Configuration, Source]:
    """Return what holds for a workspace, and its file. Raises DataError with every mistake in its form."""
    problems = Problems()
    known = _known(folder, problems)
    problems.raise_if_any()
    if known.whole is None:
        raise AssertionError("what is not there has left a problem")
    return known.whole, known.parts.source


def _known(folder: Path, problems: Problems) -> KnownConfiguration:
    return read_configuration(folder / CONFIGURATION_FILE, _shown(folder / CONFIGURATION_FILE), problems)


def _statuses(
    known: KnownConfiguration, configuration: Configuration | None, catalogs: Catalogs
) -> StatusScale | None:
    """Return the scale of a workspace, in all languages where the whole configuration is right; None where
    it is not known."""
    if known.statuses is None:
        return None
    return status_scale(configuration.statuses if configuration else known.statuses, catalogs)


def _look(
    folder: Path, languages: Sequence[str], problems: Problems
) -> tuple[Stylesheet, PictureFolders, bytes | None] | None:
    """Return how a workspace's documents look, with its pictures and letterhead; None, and problems, if it
    cannot be said."""
    pictures = picture_folders(folder)
    stylesheet, reference = None, None
    with problems.collecting():
        known = (SOURCE_LANGUAGE, *languages)
        stylesheet = house_style(folder, _shown(folder / STYLE_FILE), known, pictures)
    with problems.collecting():
        reference = reference_file(folder, _shown(folder / REFERENCE_FILE))
    return (stylesheet, pictures, reference) if stylesheet else None


def workspace_of(plan: Plan) -> Workspace:
    """Return the workspace of a plan by itself: no meetings, the shipped look and translations.

    Its documents are its parties' own, the first of them leading.
    """
    catalogs = Catalogs.load([resource("locales")])
    plan = plan.localized(lambda context, text: catalogs.completed(text, context))
    names = joined(", ", [party.name for party in plan.parties], (SOURCE_LANGUAGE, *catalogs.languages))
    configuration = Configuration(
        plan=plan.id, perspective=plan.parties[0].id, organisation=Organisation(name=names)
    )
    folder = resource("templates")
    pictures = picture_folders(folder)
    statuses = status_scale((), catalogs)
    return Workspace(
        folder, configuration, catalogs, plan, (), NO_RECORDS, statuses, shipped_style(), pictures
    )


def is_in_workspace(path: str | Path = ".") -> bool:
    """Return whether `open_workspace` would find a workspace here."""
    start = Path(path).resolve()
    return any((folder / CONFIGURATION_FILE).exists() for folder in (start, *start.parents))


def workspace_folder(path: Path) -> Path:
    """Return the folder of a workspace: this one or one above it. Raises DataError where there is none."""
    start = path.resolve()
    for folder in (start, *start.parents):
        if (folder / CONFIGURATION_FILE).exists():
            return path if folder == start else folder
    message = told(
        "there is no {configuration_file} here, nor in a folder above", configuration_file=CONFIGURATION_FILE
    )
    raise DataError(Problem(message, str(path), hint=told("`planreports init DIR` makes a workspace")))


def _shown(path: Path) -> str:
    """Return a path as messages name it: below the current folder where it is."""
    return path.as_posix()


def _plan(known: KnownConfiguration, folder: Path, reading: YamlReading) -> Plan | None:
    """Return the plan that a workspace names: a folder of its own, or one that ships with the library.

    None where it is not known which. Raises PlanReportsError for one that is not there, or has mistakes.
    """
    if known.plan is None:
        return None
    own = own_plan(known, folder)
    if own is None and known.plan not in built_in_plans():
        names = [path.parent.name for path in sorted(folder.glob("*/plan.yaml"))]
        raise PlanReportsError(known.parts.source.problem(("plan",), *unknown_plan(known.plan, names)))
    return plan_read(own or known.plan, reading)


def own_plan(configuration: Configuration | KnownConfiguration, folder: Path) -> Path | None:
    """Return the folder of a workspace's own plan; None where it names one that ships with the library."""
    if configuration.plan is None:
        return None
    own = folder / configuration.plan
    is_inside = own.resolve().is_relative_to(folder.resolve())
    return own if is_inside and (own / "plan.yaml").is_file() else None


def _reading(known: KnownConfiguration, folder: Path, languages: Sequence[str]) -> YamlReading:
    """Return what reads the plan and the records of a folder; they were judged under these conditions.

    Under a configuration with mistakes nothing was ever found right.
    """
    if known.whole is None:
        return YamlReading()
    own = own_plan(known, folder)
    files = [*record_files(folder), *(sorted(own.glob("*.yaml")) if own else ())]
    conditions = [program_state(), known.whole.model_dump_json(), *languages]
    return yaml_reading(folder, files, "\0".join(conditions).encode())


def _meetings(
    folder: Path,
    known: KnownConfiguration,
    plan: Plan | None,
    languages: Sequence[str],
    problems: Problems,
) -> Iterator[tuple[Path, Meeting]]:
    for path in sorted((folder / "meetings").glob("*.yaml")):
        with problems.collecting():
            source = read_yaml(path, _shown(path))
            found = parts(Meeting, source, {INLINE_STATE: known.inline_state})
            problems.found += found.problems
            problems.found += check_meeting(found, path.stem, plan, languages)
            if found.whole is not None:
                yield path, found.whole
