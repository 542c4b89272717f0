"""The matrix: the columns, filters and groups that were asked for, counted with both numbers."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

import planreports
from planreports.reports.matrix import Matrix, matrix_context
from planreports.reports.matrix_groups import GROUPINGS, Share
from planreports.reports.matrix_options import FIELDS, PROFILES, MatrixOptions
from planreports.workspace.agencies import Agencies, Agency
from planreports.workspace.assignments import Assignment
from planreports.workspace.content import Audience
from planreports.workspace.progress import ProgressEntry
from planreports.workspace.records import Records
from planreports.workspace.workspace import Workspace, workspace_of
from tests.writers.html.reading import Page

AGENCIES = [
    {"id": "meti", "party": "japan", "name": "Ministry of Economy, Trade and Industry"},
    {"id": "moic", "party": "lao-pdr", "name": "Ministry of Industry and Commerce"},
    {"id": "mof", "party": "lao-pdr", "name": "Ministry of Finance"},
]
ASSIGNMENTS = [
    {
        "id": "3.1.2b",
        "lead": ["meti", "moic"],
        "timeframe": {"from": 2021, "to": "2026-06"},
        "audience": "public",
    },
    {"id": "3.1.5a", "lead": ["mof"], "timeframe": {"to": 2030}, "supporting": ["meti"]},
    {"id": "4.1.2a", "lead": ["meti"], "baseline": "None", "audience": "partner"},
]
ENTRIES = [
    {
        "commitment": "3.1.2b",
        "agency": "moic",
        "as_of": "2025-08-31",
        "status": "on-track",
        "audience": "public",
    },
    {
        "commitment": "3.1.2b",
        "agency": "moic",
        "as_of": "2026-08-31",
        "status": "on-track",
        "audience": "public",
        "secretariat": {"status": "delayed", "note": "We doubt it"},
        "next_steps": [{"step": "Send the list", "owner": "moic", "due": "2026-07-01"}],
    },
    {"commitment": "3.1.5a", "agency": "mof", "as_of": "2026-05-31", "status": "delayed", "reason": "Late"},
    {
        "commitment": "4.1.2a",
        "agency": "meti",
        "as_of": "2024-05-31",
        "status": "on-track",
        "audience": "partner",
    },
]


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    entries = sorted(map(ProgressEntry.model_validate, ENTRIES), key=lambda each: each.as_of)
    assignments = {each["id"]: Assignment.model_validate(each) for each in ASSIGNMENTS}
    agencies = Agencies(tuple(map(Agency.model_validate, AGENCIES)))
    return replace(
        workspace_of(planreports.load_plan()), records=Records(agencies, assignments, tuple(entries))
    )


def ids(matrix: Matrix) -> list[str]:
    return [row.id for group in matrix.groups for row in group.rows]


def asked(workspace: Workspace, **options: object) -> Matrix:
    return matrix_context(workspace, MatrixOptions(**options))  # type: ignore[arg-type]


def test_every_commitment_has_a_row_and_nothing_else_has(workspace: Workspace) -> None:
    matrix = asked(workspace)
    assert ids(matrix) == [clause.id for clause in workspace.plan.commitments()]
    assert (matrix.counts.positions, matrix.counts.acknowledgements) == (17, 24)


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"agency": ["moic"]}, ["3.1.2b"]),
        ({"agency": ["meti"]}, ["3.1.2b", "3.1.5a", "4.1.2a"]),
        ({"agency": ["moic", "mof"]}, ["3.1.2b", "3.1.5a"]),
        ({"agency": ["meti"], "area": ["4"]}, ["4.1.2a"]),
        ({"status": ["on-track", "delayed"]}, ["3.1.2b", "3.1.5a"]),
        ({"overdue": True}, ["3.1.2b"]),
        ({"due_before": datetime.date(2031, 1, 1)}, ["3.1.2b", "3.1.5a"]),
        ({"changed_since": datetime.date(2026, 6, 1)}, ["3.1.2b"]),
        ({"changed_since": datetime.date(2025, 1, 1)}, ["3.1.2b", "3.1.5a", "4.1.2a"]),
        ({"section": ["3.1"], "type": ["action"]}, ["3.1.5a"]),
        ({"section": ["2.4"], "party": ["japan"]}, ["2.4.1a"]),
    ],
)
def test_filters_choose(workspace: Workspace, options: dict[str, object], expected: list[str]) -> None:
    assert ids(asked(workspace, **options)) == expected


def test_what_readers_may_not_see_cannot_be_filtered_for(workspace: Workspace) -> None:
    assert ids(asked(workspace, agency=["mof"], audience=Audience.PARTNER)) == []
    assert ids(asked(workspace, status=["delayed"], audience=Audience.PARTNER)) == []


def test_the_own_sides_lead_stands_first(workspace: Workspace) -> None:
    configuration = workspace.configuration
    other = replace(workspace, configuration=configuration.model_copy(update={"perspective": "japan"}))
    for each, first in ((workspace, "Ministry of Industry"), (other, "Ministry of Economy")):
        (row,) = asked(each, agency=["moic"]).groups[0].rows
        assert str(row.leads[0]).startswith(first)


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("area", ["Political and Security Areas", "Economic Cooperation"]),
        ("agency", ["Ministry of Industry and Commerce", "Ministry of Finance", "Ministry of Economy, Trade and Industry", "No lead agency named"]),
        ("status", ["On track", "Delayed", "No report"]),
        ("due", ["Overdue", "Due in 2030", "No due date: continuing, or not set"]),
        ("none", ["All commitments"]),
    ],
)  # fmt: skip
def test_groups_stand_in_order(workspace: Workspace, by: str, expected: list[str]) -> None:
    found = [str(group.heading.title) for group in asked(workspace, group_by=by).groups]
    assert found[: len(expected)] == expected
    assert len(found) == (5 if by == "area" else len(expected))


def test_counts_have_both_numbers_and_add_up(workspace: Workspace) -> None:
    counts = asked(workspace).counts
    assert (counts.share.good, counts.share.total, counts.share.percent) == (1, 44, 2)
    assert [each.good for each in counts.shares] == [0, 0, 1, 0, 0]
    assert sum(each.total for each in counts.statuses) == 44
    assert counts.overdue == 1


def test_a_percentage_is_never_rounded_to_all_or_none() -> None:
    assert [Share(*each).percent for each in ((0, 3), (1, 999), (998, 999), (3, 3), (0, 0))] == [
        0,
        1,
        99,
        100,
        None,
    ]


def test_both_views_are_shown_where_they_differ_to_those_who_may_see_them(workspace: Workspace) -> None:
    (row,) = asked(workspace, agency=["moic"]).groups[0].rows
    assert (row.status.status.id, row.status.secretariats and row.status.secretariats.id) == (
        "on-track",
        "delayed",
    )
    (row,) = asked(workspace, agency=["moic"], audience=Audience.PUBLIC).groups[0].rows
    assert (row.status.secretariats, row.status.secretariats_note) == (None, None)


def test_a_status_that_is_too_old_is_named_beside_no_report(workspace: Workspace) -> None:
    (row,) = asked(workspace, area=["4"], agency=["meti"]).groups[0].rows
    assert (row.status.status.id, row.status.last and row.status.last.id) == ("no-report", "on-track")


def test_columns_are_those_that_were_asked_for(workspace: Workspace) -> None:
    columns = ["reference", "text", "lead+supporting", "baseline"]
    data = planreports.render(workspace, "matrix", columns=columns, agency=["moic", "mof"], format="html")
    page = Page(data)
    head = page.root.xpath("//table[contains(@class, 'matrix')]/thead/tr[1]/th")
    assert [" ".join(each.text_content().split()) for each in head] == [
        "Ref.", "Commitment", "Lead agencySupporting agency", "Baseline",
    ]  # fmt: skip
    assert "to be established" in page.text


def test_an_overdue_step_says_so_in_words(workspace: Workspace) -> None:
    text = " ".join(
        Page(planreports.render(workspace, "matrix", agency=["moic"], format="html")).text.split()
    )
    assert "Overdue since 1 July 2026: Send the list (Ministry of Industry and Commerce)" in text
    assert "1 of 1 on track or completed" in text


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("apart", [False, True])
def test_every_profile_renders_with_and_without_records(
    workspace: Workspace, profile: str, apart: bool
) -> None:
    for each in (workspace, planreports.load_plan()):
        for group_by in GROUPINGS:
            data = planreports.render(
                each, "matrix", profile=profile, apart=apart, group_by=group_by, format="html"
            )
            assert data.startswith(b"<!DOCTYPE")


def test_apart_every_field_has_a_column() -> None:
    shown = MatrixOptions(profile="full", apart=True).shown
    assert set(shown.columns) == set(FIELDS) - {"timeframe"}
    assert shown.details == ()


def test_apart_a_cell_holds_one_thing_and_there_are_no_bands(workspace: Workspace) -> None:
    data = planreports.render(workspace, "matrix", agency=["moic"], apart=True, format="html")
    (table,) = Page(data).root.xpath("//table[contains(@class, 't-matrix')]")
    head, row = (["".join(cell.itertext()).strip() for cell in row] for row in table.iter("tr"))
    values = dict(zip(head, row, strict=True))
    assert values["Overdue"] == "Overdue"
    assert values["Reported"] == "31 August 2026"
    assert values["Status"] == "● On track"
    assert values["Section"] == "Promotion of Investment"


def test_a_matrix_of_nothing_says_so(workspace: Workspace) -> None:
    data = planreports.render(workspace, "matrix", agency=["moic"], status=["completed"], format="html")
    assert "No commitment is as asked for." in Page(data).text


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            {"columns": ["reference", "progres"]},
            "the matrix has no column `progres`: did you mean `progress`?",
        ),
        ({"columns": ["text+statu"]}, "the matrix has no column `statu`: did you mean `status`?"),
        ({"details": ["remark"]}, "the matrix has no detail `remark`: did you mean `remarks`?"),
        ({"profile": "ful"}, "the matrix has no profile `ful`: did you mean `full`?"),
        ({"group_by": "agencies"}, "the matrix has no grouping `agencies`: did you mean `agency`?"),
        ({"agency": ["moif"]}, "there is no agency `moif`: did you mean `mof`?"),
        ({"status": ["on-trak"]}, "there is no status `on-trak`: did you mean `on-track`?"),
        ({"type": ["position"]}, "there is no type `position`: expected `action` or `continuing`"),
        (
            {"area": ["6"], "party": ["laos"]},
            "there is no area `6`: expected `1`, `2`, `3`, `4` or `5`\nthere is no party `laos`: expected `lao-pdr` or `japan`",
        ),
    ],
)
def test_what_does_not_exist_is_refused_with_the_nearest(
    workspace: Workspace, options: dict[str, object], message: str
) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        planreports.render(workspace, "matrix", **options)  # type: ignore[arg-type]
    assert str(caught.value) == message
