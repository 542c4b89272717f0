"""What somebody wants to record becomes a progress entry that fits the workspace, or every mistake in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from planreports.errors import Problem, did_you_mean
from planreports.files.parts import Parts
from planreports.files.source import Source, ValuePath
from planreports.files.validation import Problems, validated
from planreports.files.yaml_appending import normalised
from planreports.i18n.text import INLINE_STATE, Text
from planreports.told import Told, told
from planreports.workspace.progress import ProgressEntry, ProgressFile
from planreports.workspace.record_checks import check_progress
from planreports.workspace.workspace import Workspace

Wish = Mapping[str, object]
"""An entry as a progress file has it: mappings, lists and words."""

_IN_FILE: ValuePath = ("entries", 0)


@dataclass(frozen=True)
class Wishes(Source):
    """Values that stand in no file yet: a problem names what they were given as.

    `labels` are names for the first key of a path; without one it is the path itself, as in
    `next_steps[0].due`.
    """

    labels: Mapping[str, str] = field(default_factory=dict)

    def problem(
        self, path: ValuePath, message: Told, hint: Told | None = None, at_key: bool = False
    ) -> Problem:
        """Return a problem that names what was given; `at_key` makes no difference."""
        return Problem(message, self.label(path) or None, hint=hint)

    def label(self, path: ValuePath) -> str:
        """Return what a value was given as."""
        path = path[len(_IN_FILE) :] if path[: len(_IN_FILE)] == _IN_FILE else path
        if path and (label := self.labels.get(str(path[0]))):
            number = path[1] if len(path) > 1 else 0
            return f"{label} (number {number + 1})" if isinstance(number, int) and number else label
        return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)[1:]


def plain_entry(entry: ProgressEntry | Wish) -> dict[str, object]:
    """Return an entry as a file has it: in the order of its keys, without those that say nothing."""
    if isinstance(entry, ProgressEntry):
        entry = entry.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    order = {name: number for number, name in enumerate(ProgressEntry.model_fields)}
    keys = sorted(entry, key=lambda key: order.get(key, len(order)))
    given = {key: _without_nothing(entry[key]) for key in keys}
    return {key: normalised(value) for key, value in given.items() if value not in (None, [], {})}


def _without_nothing(value: object) -> object:
    """Return a value without what says nothing: keys with nothing, and `text:` where it stands alone."""
    if isinstance(value, Text):
        return value.plain()
    if isinstance(value, Mapping):
        given = {key: _without_nothing(each) for key, each in value.items() if each is not None}
        return given["text"] if list(given) == ["text"] else given
    if isinstance(value, list | tuple):
        return [_without_nothing(each) for each in value]
    return value


def checked_entry(workspace: Workspace, wish: Wish, labels: Mapping[str, str]) -> ProgressEntry:
    """Return an entry that a progress file of a workspace may hold.

    Raises DataError with every mistake in it at once: those that loading would find, and those of ids that
    lead nowhere even where the form is wrong too.
    """
    problems = Problems()
    source = Wishes("", wish, labels=labels)
    missing = [key for key in _REQUIRED if key not in wish]
    problems.found += _missing(missing, wish, workspace, source)
    sound = {**wish, **{key: _stand_in(key, workspace) for key in missing}}
    with problems.collecting():
        _validated(sound, labels, workspace)
    wrong = {_head(problem.file) for problem in problems.found}
    with problems.collecting():
        mended = _without(wrong, sound, source, workspace)
        entry = _validated(mended, labels, workspace)
        stand_ins = wrong.intersection(source.label((key,)) for key in _REQUIRED)
        references = _reference_problems(entry, mended, workspace, source)
        problems.found += [each for each in references if each.file not in stand_ins]
    problems.raise_if_any()
    return entry


_REQUIRED = ("commitment", "as_of", "agency", "status")


def _reference_problems(
    entry: ProgressEntry, wish: Wish, workspace: Workspace, source: Wishes
) -> Iterator[Problem]:
    in_file = replace(source, value={"entries": [wish]})
    found: Parts[ProgressFile] = Parts(in_file, ProgressFile(entries=(entry,)), {_IN_FILE[:1]: (entry,)})
    agencies = {agency.id: agency.party for agency in workspace.records.agencies}
    return check_progress(found, workspace.plan, agencies, workspace.statuses, workspace.catalogs.languages)


def _validated(wish: Wish, labels: Mapping[str, str], workspace: Workspace) -> ProgressEntry:
    state = workspace.configuration.translations.inline
    return validated(ProgressEntry, Wishes("", wish, labels=labels), {INLINE_STATE: state})


def _missing(keys: Iterable[str], wish: Wish, workspace: Workspace, source: Wishes) -> Iterator[Problem]:
    for key in keys:
        yield Problem(told("is missing"), source.label((key,)), hint=_expected(key, wish, workspace))


def _expected(key: str, wish: Wish, workspace: Workspace) -> Told | None:
    if key == "status":
        return did_you_mean("", workspace.statuses.ids)
    if key == "agency":
        assignment = workspace.records.assignments.get(str(wish.get("commitment")))
        leads = assignment.lead if assignment else ()
        known = leads or [agency.id for agency in workspace.records.agencies]
        return did_you_mean("", known) or told(
            "expected an id of agencies.yaml: `planreports agencies` lists them"
        )
    return told("expected {what}", what=_DATE) if key == "as_of" else None


_DATE = told("a date such as {date}", date="2026-08-31")


def _stand_in(key: str, workspace: Workspace) -> str:
    """Return a value for a key that is missing or wrong, with which the others can be looked at."""
    commitments, agencies = workspace.plan.commitments(), workspace.records.agencies
    values = {
        "commitment": commitments[0].id if commitments else "1.1.1a",
        "as_of": "2000-01-01",
        "agency": next((agency.id for agency in agencies), "none"),
        "status": next((each.id for each in workspace.statuses if not each.needs_reason), "none"),
    }
    return values[key]


def _without(wrong: Collection[str], wish: Wish, source: Wishes, workspace: Workspace) -> Wish:
    """Return a wish with something right, or nothing, in place of what is wrong; owners of steps stay."""
    sound = {key: value for key, value in wish.items() if source.label((key,)) not in wrong}
    mended: dict[str, object] = {key: _stand_in(key, workspace) for key in _REQUIRED}
    if "reason" in wish:
        mended["reason"] = "-"
    match wish.get("next_steps"):
        case [*steps]:
            owners = [step.get("owner") if isinstance(step, Mapping) else None for step in steps]
            mended["next_steps"] = [
                {"step": "-", "owner": owner if isinstance(owner, str) else None} for owner in owners
            ]
    return {**mended, **sound}


def _head(label: str | None) -> str:
    """Return what a label has before the number of one of several, or a path's first key."""
    return (label or "").partition(" (number")[0].partition("[")[0].partition(".")[0]
