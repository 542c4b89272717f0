"""A plan's folder of YAML becomes a `Plan`, or every problem of all its files at once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.files.source import Source
from planreports.files.validation import Problems, validated
from planreports.files.yaml_source import read_yaml
from planreports.plan.checks import check_areas, check_register
from planreports.plan.models import Area, PlanDetails, PlanFile, RegisterFile
from planreports.plan.plan import Plan, Register

_BUILT_IN = Path(__file__).parent / "data"


def built_in_plans() -> tuple[str, ...]:
    """Return the names of the plans that ship with the library."""
    return tuple(sorted(path.parent.name for path in _BUILT_IN.glob("*/plan.yaml")))


def load_plan(name_or_path: str | Path = "lao-japan") -> Plan:
    """Return a plan: one that ships with the library, by its name, or a folder with a `plan.yaml`.

    Raises PlanReportsError with every problem of all its files, each with file, line and column: their
    form, ids, quotes that are not in their statement, references that lead nowhere.

    >>> import planreports
    >>> plan = planreports.load_plan("lao-japan")
    >>> len(plan.areas), len(plan.sections()), len(plan.paragraphs())
    (5, 28, 48)
    """
    if str(name_or_path) in built_in_plans():
        return _load_built_in(str(name_or_path))
    folder = Path(name_or_path)
    if not (folder / "plan.yaml").is_file():
        hint = did_you_mean(str(name_or_path), built_in_plans())
        raise PlanReportsError(
            Problem(f"there is no plan `{name_or_path}`, and no such folder with a plan.yaml", hint=hint)
        )
    return _load(folder, str(folder))


@lru_cache
def _load_built_in(name: str) -> Plan:
    return _load(_BUILT_IN / name, name)


def _load(folder: Path, shown_as: str) -> Plan:
    """Return the plan of a folder; messages name its files below `shown_as`."""
    source = read_yaml(folder / "plan.yaml", f"{shown_as}/plan.yaml")
    file = validated(PlanFile, source)
    problems = Problems()
    register, register_source = RegisterFile(entries=()), source
    with problems.collecting():
        register_source = _read(folder, shown_as, file.register_file, source, ("register",))
        register = validated(RegisterFile, register_source)
        problems.found += check_register(register, register_source)
    areas: list[tuple[Area, Source]] = []
    for number, name in enumerate(file.areas):
        with problems.collecting():
            area_source = _read(folder, shown_as, name, source, ("areas", number))
            areas.append((validated(Area, area_source), area_source))
    problems.found += check_areas(areas, file, register)
    problems.raise_if_any()
    details = PlanDetails(**{name: getattr(file, name) for name in PlanDetails.model_fields})
    whole = tuple(area for area, _ in areas)
    return Plan(file.id, file.title, file.parties, whole, Register(register.entries), details)


def _read(folder: Path, shown_as: str, name: str, source: Source, path: tuple[str | int, ...]) -> Source:
    """Return a file that plan.yaml names; it must stand in the plan's own folder."""
    if Path(name).name != name:
        raise PlanReportsError(source.problem(path, f"`{name}` is not the name of a file in this folder"))
    if not (folder / name).is_file():
        names = [each.name for each in folder.glob("*.yaml")]
        raise PlanReportsError(source.problem(path, f"there is no file `{name}`", did_you_mean(name, names)))
    return read_yaml(folder / name, f"{shown_as}/{name}")
