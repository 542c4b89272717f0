"""What a year's review must agree on with its file's name and the plan, beyond its form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planreports.errors import Problem, did_you_mean
from planreports.files.source import Source
from planreports.plan.plan import Plan
from planreports.told import told
from planreports.workspace.reviews import Review
from planreports.workspace.text_checks import text_problems


def check_review(
    review: Review, file_name: str, plan: Plan | None, languages: Sequence[str], source: Source
) -> Iterator[Problem]:
    """Yield a problem for a year that differs from the file's name, for areas and parties that the plan does
    not have, for a deadline before forms are issued, and for words that no document would show."""
    if str(review.year) != file_name:
        message = told("the year {year} differs from the file's name", year=review.year)
        yield source.problem(("year",), message, told("expected {file_name}.yaml", file_name=file_name))
    if review.issued and review.deadline and review.deadline < review.issued:
        yield source.problem(("deadline",), told("the deadline is before the day on which forms are issued"))
    yield from text_problems(review, languages, source)
    if plan is not None:
        yield from _plan_problems(review, plan, source)


def _plan_problems(review: Review, plan: Plan, source: Source) -> Iterator[Problem]:
    areas = [area.id for area in plan.areas]
    for number, note in enumerate(review.areas):
        if note.area not in areas:
            message = told("the plan has no area `{area}`", area=note.area)
            yield source.problem(("areas", number, "area"), message, did_you_mean(note.area, areas))
    parties = [party.id for party in plan.parties]
    for number, signatory in enumerate(review.signatories):
        if signatory.party not in parties:
            message = told("`{party}` is no party of the plan", party=signatory.party)
            hint = did_you_mean(signatory.party, parties)
            yield source.problem(("signatories", number, "party"), message, hint)
