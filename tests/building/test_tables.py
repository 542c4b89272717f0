"""Which files `[[build]]` tables list, and every mistake in them with its line."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import planreports
from planreports.building.places import UnfitPatternError, checked_folder, checked_name, filled
from planreports.building.tables import planned_files
from planreports.files.resources import resource
from planreports.reports.review_template import reporting_agencies

Office = Callable[..., Path]


def places(folder: Path) -> list[str]:
    return [file.place for file in planned_files(planreports.open_workspace(folder))]


def problems(folder: Path) -> list[str]:
    with pytest.raises(planreports.PlanReportsError) as caught:
        places(folder)
    return [
        re.sub(r"^.*/planreports\.toml:(\d+:\d+:)? ", "", line) for line in str(caught.value).splitlines()
    ]


def table(**values: str) -> str:
    return "\n[[build]]\n" + "".join(f"{key} = {value}\n" for key, value in values.items())


def test_a_table_makes_a_file_for_each_meeting_language_choice_and_format(office: Office) -> None:
    folder = office(
        table(
            report='"brief"',
            every='"meeting"',
            languages='[["lo"], ["en", "lo"]]',
            formats='["pdf", "docx"]',
            into='"briefs/{meeting}"',
            arrangement='"stacked"',
            audience='"partner"',
        )
    )
    assert places(folder)[:4] == [
        "briefs/first/brief-first-lo-partner.pdf",
        "briefs/first/brief-first-lo-partner.docx",
        "briefs/first/brief-first-en+lo-stacked-partner.pdf",
        "briefs/first/brief-first-en+lo-stacked-partner.docx",
    ]
    assert len(places(folder)) == 8


def test_without_a_choice_there_are_the_workspaces_languages_and_every_format_of_documents(
    office: Office,
) -> None:
    assert places(office(table(report='"plan"'))) == [
        "plan-lao-japan-en+lo.docx",
        "plan-lao-japan-en+lo.pdf",
        "plan-lao-japan-en+lo.html",
    ]


def test_a_table_for_every_agency_names_those_that_lead_or_support(office: Office, tmp_path: Path) -> None:
    folder = office(table(report='"matrix"', every='"agency"', formats='["xlsx"]', name='"{agency}"'))
    for name in ("agencies.yaml", "commitments.yaml"):
        shutil.copy(resource("examples", "workspace", name), folder)
    planned = planned_files(planreports.open_workspace(folder))
    by_place = {file.place: file.rendition.options for file in planned}
    assert by_place["mofa.xlsx"] == {"agency": ("mofa",), "apart": True}


def test_forms_are_for_the_agencies_that_report_in_a_year(tmp_path: Path) -> None:
    folder = tmp_path / "office"
    shutil.copytree(resource("examples", "workspace"), folder)
    configuration = (folder / "planreports.toml").read_text("utf-8").partition("[[build]]")[0]
    tables = table(report='"review-template"', every='["year", "agency"]', formats='["pdf"]', into='"{year}"')
    (folder / "planreports.toml").write_text(configuration + tables, "utf-8")
    workspace = planreports.open_workspace(folder)
    planned = planned_files(workspace)
    assert [file.rendition.options for file in planned] == [
        {"year": 2026, "agency": agency} for agency in reporting_agencies(workspace, 2026)
    ]
    assert {file.place.partition("/")[0] for file in planned} == {"2026"}


def test_every_mistake_is_told_at_once(office: Office) -> None:
    folder = office(
        table(report='"breif"')
        + table(report='"brief"', languages='["en", "fr"]', formats='["pdff"]', options='{ meting = "a" }')
        + table(report='"plan"', every='"meeting"', options='{ annotations = "yes" }')
        + table(report='"brief"', every='"meeting"', options='{ meeting = "first" }')
    )
    assert problems(folder) == [
        "unknown report `breif`: did you mean `brief`?",
        "unknown language `fr`: expected `en` or `lo`",
        "unknown format `pdff`: did you mean `pdf`?",
        "the report `brief` has no option `meting`: did you mean `meeting`?",
        "the report `plan` is not made for each meeting: `plan` has `annotations`",
        "the option `annotations` of the report `plan` cannot be 'yes': Input should be a valid boolean",
        "`meeting` is given, and the table is for every meeting: remove one",
    ]


def test_two_files_of_one_name_are_a_mistake(office: Office) -> None:
    folder = office(table(report='"plan"', formats='["pdf"]') + table(report='"plan"', formats='["pdf"]'))
    assert problems(folder) == [
        'two files would be `plan-lao-japan-en+lo.pdf`: give one table another name = "…"'
    ]


def test_a_workspace_without_tables_has_nothing_to_build(office: Office) -> None:
    assert problems(office("")) == [
        "there is no [[build]] table, so there is nothing to build: docs/secretariats.md shows some"
    ]


def test_a_pattern_with_an_unknown_field_names_the_known_ones(office: Office) -> None:
    folder = office(table(report='"brief"', every='"meeting"', name='"{agency}"'))
    assert problems(folder) == [
        "this gives no name for a file: there is no {agency} here; there are {report}, {languages}, "
        "{arrangement}, {audience}, {plan}, {meeting}"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "../a",
        "a/b",
        "a\\b",
        ".hidden",
        "a.",
        " a",
        "CON",
        "nul.txt",
        "a\x00",
        "a\u202eb",
        "x" * 151,
        "",
        "..",
        "C:a",
    ],
)
def test_no_name_leads_elsewhere_or_is_refused_by_some_system(name: str) -> None:
    with pytest.raises(UnfitPatternError):
        checked_name(name)


@pytest.mark.parametrize(
    "path", ["/etc", "../up", "a/../b", "a//b", "~/../x/..", "a/./b", "\\\\server\\share"]
)
def test_no_folder_leads_out_of_the_output(path: str) -> None:
    with pytest.raises(UnfitPatternError):
        checked_folder(path)


def test_what_a_field_holds_is_no_field(office: Office) -> None:
    assert filled("{a}-{b}", {"a": "{b}", "b": "x"}) == "{b}-x"
    with pytest.raises(UnfitPatternError, match="a brace has no other"):
        filled("{a", {"a": "x"})
