"""A plan's folder of YAML becomes a `Plan`, or every problem of all its files at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.files.source import Source, ValuePath
from planreports.files.validation import Problems, validated
from planreports.files.yaml_reading import YamlReading
from planreports.plan.checks import check_areas, check_register
from planreports.plan.models import Area, PlanDetails, PlanFile, RegisterFile
from planreports.plan.plan import Plan, Register
from planreports.told import Told, told

_BUILT_IN = Path(__file__).parent / "data"


def built_in_plans() -> tuple[str, ...]:
    """Return the names of the plans that ship with the library."""
    return tuple(sorted(path.parent.name for path in _BUILT_IN.glob("*/plan.yaml")))


def built_in_folder(name: str) -> Path:
    """Return the folder of a plan that ships with the library."""
    return _BUILT_IN / name


def load_plan(name_or_path: str | Path = "lao-japan") -> Plan:
    """Return a plan: one that ships with the library, by its name, or a folder with a `plan.yaml`.

    Raises PlanReportsError with every problem of all its files, each with file, line and column: their
    form, ids, quotes that are not in their statement, references that lead nowhere.

    >>> import planreports
    >>> plan = planreports.load_plan("lao-japan")
    >>> len(plan.areas), len(plan.sections()), len(plan.paragraphs())
    (5, 28, 48)
    """
    return plan_read(name_or_path, YamlReading())


def plan_read(name_or_path: str | Path, reading: YamlReading) -> Plan:
    """Return the plan that `load_plan` returns; `reading` reads the files of a folder."""
    if str(name_or_path) in built_in_plans():
        return _load_built_in(str(name_or_path))
    folder = Path(name_or_path)
    if not (folder / "plan.yaml").is_file():
        message, hint = unknown_plan(str(name_or_path))
        raise PlanReportsError(Problem(message, hint=hint))
    return _load(folder, str(folder), reading)


def unknown_plan(name: str, own: Iterable[str] = ()) -> tuple[Told, Told | None]:
    """Return what is said of a name that no plan has, and the hint that names the nearest; `own` are the
    names of plans that do not ship with the library."""
    hint = did_you_mean(name, [*own, *built_in_plans()])
    return told("there is no plan `{name}`, and no such folder with a plan.yaml", name=name), hint


@lru_cache
def _load_built_in(name: str) -> Plan:
    return _load(built_in_folder(name), name, YamlReading())


def _load(folder: Path, shown_as: str, reading: YamlReading) -> Plan:
    """Return the plan of a folder; messages name its files below `shown_as`."""
    source = reading.read(folder / "plan.yaml", f"{shown_as}/plan.yaml")
    files = _Files(folder, shown_as, source, reading)
    file = validated(PlanFile, source)
    problems = Problems()
    register, register_source = RegisterFile(entries=()), source
    with problems.collecting():
        register_source = files.read(file.register_file, ("register",))
        register = validated(RegisterFile, register_source)
        problems.found += check_register(register, register_source)
    areas: list[tuple[Area, Source]] = []
    for number, name in enumerate(file.areas):
        with problems.collecting():
            area_source = files.read(name, ("areas", number))
            areas.append((validated(Area, area_source), area_source))
    if not reading.is_judged:
        problems.found += check_areas(areas, file, register)
    problems.raise_if_any()
    details = PlanDetails(**{name: getattr(file, name) for name in PlanDetails.model_fields})
    whole = tuple(area for area, _ in areas)
    return Plan(file.id, file.title, file.parties, whole, Register(register.entries), details)


@dataclass(frozen=True)
class _Files:
    """The other files of a plan, named by its plan.yaml, `source`; they stand in its own folder."""

    folder: Path
    shown_as: str
    source: Source
    reading: YamlReading

    def read(self, name: str, path: ValuePath) -> Source:
        """Return the file that plan.yaml names at a path. Raises PlanReportsError if it is not there."""
        if Path(name).name != name:
            message = told("`{name}` is not the name of a file in this folder", name=name)
            raise PlanReportsError(self.source.problem(path, message))
        if not (self.folder / name).is_file():
            names = [each.name for each in self.folder.glob("*.yaml")]
            hint = did_you_mean(name, names)
            raise PlanReportsError(
                self.source.problem(path, told("there is no file `{name}`", name=name), hint)
            )
        return self.reading.read(self.folder / name, f"{self.shown_as}/{name}")
