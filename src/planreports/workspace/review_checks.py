"""What a year's review must agree on with its file's name and the plan, beyond its form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planreports.errors import Problem, did_you_mean
from planreports.files.parts import EACH, Parts
from planreports.plan.plan import Plan
from planreports.told import told
from planreports.workspace.reviews import Review
from planreports.workspace.text_checks import known_text_problems


def check_review(
    found: Parts[Review], file_name: str, plan: Plan | None, languages: Sequence[str]
) -> Iterator[Problem]:
    """Yield a problem for a year that differs from the file's name, for areas and parties that the plan does
    not have, for a deadline before forms are issued, and for words that no document would show."""
    source, year = found.source, found.part("year")
    if year is not None and str(year) != file_name:
        message = told("the year {year} differs from the file's name", year=year)
        yield source.problem(("year",), message, told("expected {file_name}.yaml", file_name=file_name))
    issued, deadline = found.part("issued"), found.part("deadline")
    if issued and deadline and deadline < issued:
        yield source.problem(("deadline",), told("the deadline is before the day on which forms are issued"))
    yield from known_text_problems(found, languages)
    if plan is not None:
        yield from _plan_problems(found, plan)


def _plan_problems(found: Parts[Review], plan: Plan) -> Iterator[Problem]:
    areas = [area.id for area in plan.areas]
    for path, id_ in found.written("areas", EACH, "area"):
        if id_ not in areas:
            message = told("the plan has no area `{area}`", area=id_)
            yield found.source.problem(path, message, did_you_mean(id_, areas))
    parties = [party.id for party in plan.parties]
    for path, party in found.written("signatories", EACH, "party"):
        if party not in parties:
            message = told("`{party}` is no party of the plan", party=party)
            yield found.source.problem(path, message, did_you_mean(party, parties))
