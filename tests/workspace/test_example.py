"""The example workspace is a believable year: complete, in both languages, and openly invented."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pydantic import BaseModel

import planreports
from planreports.i18n.text import Text, Translation, TranslationState
from planreports.reports.tracking import tracking
from planreports.workspace.content import Audience
from planreports.workspace.workspace import Workspace

REVIEWS = (datetime.date(2025, 9, 30), datetime.date(2026, 9, 30))
LAO_INSTITUTIONS = {
    "Ministry of Foreign Affairs",
    "Ministry of Finance",
    "Ministry of Planning and Investment",
    "Ministry of Industry and Commerce",
    "Ministry of Energy and Mines",
    "Ministry of Agriculture and Forestry",
    "Ministry of Natural Resources and Environment",
    "Ministry of Agriculture and Environment",
    "Ministry of Education and Sports",
    "Ministry of Health",
    "Ministry of Justice",
    "Ministry of Public Works and Transport",
    "Ministry of Technology and Communications",
    "Ministry of Information, Culture and Tourism",
    "Ministry of Culture and Tourism",
    "Ministry of Labour and Social Welfare",
    "Ministry of National Defence",
    "Ministry of Public Security",
    "Ministry of Home Affairs",
    "National Assembly",
    "Prime Minister's Office",
}
JAPANESE_ACRONYMS = {"METI", "MAFF", "MLIT", "MEXT", "MOE Japan", "MOF Japan", "MOFA Japan"} | {
    "JICA",
    "JETRO",
    "JOGMEC",
}
JAPANESE_NAMES = {
    "House of Representatives of Japan",
    "House of Councillors of Japan",
    "Embassy of Japan in the Lao PDR",
}
UNTIL_2025 = {"mpi": "mof", "mem": "moic", "maf": "mae", "monre": "mae", "mict": "mct"}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return planreports.open_workspace(planreports.example_workspace())


def everything(workspace: Workspace) -> tuple[object, ...]:
    records = workspace.records
    return (
        workspace.configuration,
        *records.agencies,
        *records.assignments.values(),
        *records.progress,
        *workspace.meetings,
    )


def texts_in(value: object) -> Iterator[Text]:
    """Yield every text, however deep."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_in(item)


def lao_of(workspace: Workspace) -> list[Translation]:
    return [text.translation("lo") for each in everything(workspace) for text in texts_in(each)]


def test_every_institution_that_the_field_names_is_there(workspace: Workspace) -> None:
    agencies = workspace.records.agencies
    names = {str(each.name) for each in agencies}
    assert names >= LAO_INSTITUTIONS | JAPANESE_NAMES
    assert {each.acronym for each in agencies if each.party == "japan"} >= JAPANESE_ACRONYMS


def test_ministries_until_2025_name_who_took_over(workspace: Workspace) -> None:
    agencies = workspace.records.agencies
    before, after = datetime.date(2025, 2, 28), datetime.date(2025, 3, 1)
    for old, new in UNTIL_2025.items():
        assert [each.id for each in agencies.on(old, before)] == [old]
        assert [each.id for each in agencies.on(old, after)] == [new]
    dissolved = [each.id for each in agencies if each.valid_to and not each.successors]
    assert dissolved == ["moha"]


def test_some_commitments_name_a_ministry_of_before(workspace: Workspace) -> None:
    leads = {id_ for each in workspace.records.assignments.values() for id_ in each.lead}
    assert leads & UNTIL_2025.keys() == {"mpi", "mem", "monre", "mict"}


def test_every_commitment_is_assigned_to_both_sides_and_measured(workspace: Workspace) -> None:
    assignments = workspace.records.assignments
    assert set(assignments) == {each.id for each in workspace.plan.clauses() if each.is_commitment}
    agencies = workspace.records.agencies
    for each in assignments.values():
        assert {agencies[id_].party for id_ in each.lead} == {"lao-pdr", "japan"}, each.id
        assert each.activities, each.id
        assert all(activity.scheme for activity in each.activities), each.id
        assert each.indicator, each.id
        assert each.target, each.id
        assert each.verification, each.id
        assert each.timeframe.start, each.id
    activities = [activity for each in assignments.values() for activity in each.activities]
    assert {activity.currency for activity in activities} == {None, "JPY", "LAK", "USD"}
    assert sum(each.baseline is None for each in assignments.values()) == 8


def test_every_agency_of_ones_own_that_leads_has_a_focal_point(workspace: Workspace) -> None:
    leads = {agency.id: agency for each in tracking(workspace) for agency in each.leads}
    own = [agency for agency in leads.values() if agency.party == "lao-pdr"]
    assert len(own) == 15
    assert [agency.id for agency in own if not agency.focal_points] == []


def test_every_lead_has_something_to_say_or_is_seen_to_be_silent(workspace: Workspace) -> None:
    known = workspace.records.progress_of
    silent = {each.id for each in workspace.plan.clauses() if each.is_commitment and each.id not in known}
    assert silent == {"1.3.1c", "4.2.2b"}


@pytest.mark.parametrize("date", REVIEWS)
def test_both_reviews_fill_every_status(workspace: Workspace, date: datetime.date) -> None:
    assert all(count for _, count in tracking(workspace, as_of=date).counts())


@pytest.mark.parametrize(
    ("audience", "counts"),
    [
        (Audience.INTERNAL, (4, 22, 8, 3, 3, 4)),
        (Audience.PARTNER, (2, 22, 7, 3, 3, 7)),
        (Audience.PUBLIC, (1, 17, 2, 3, 2, 19)),
    ],
)
def test_statuses_as_of_30_september_2026(
    workspace: Workspace, audience: Audience, counts: tuple[int, ...]
) -> None:
    assert tracking(workspace, audience).as_of == REVIEWS[1]
    assert tuple(count for _, count in tracking(workspace, audience, REVIEWS[1]).counts()) == counts


def test_something_is_overdue_and_something_is_done(workspace: Workspace) -> None:
    found = tracking(workspace, as_of=REVIEWS[1])
    assert [each.id for each in found if each.is_overdue] == ["1.3.2a", "3.1.5a", "4.3.1b", "4.6.2a"]
    steps = [step for each in found if each.last for step in each.last.next_steps]
    assert any(step.done for step in steps)
    assert sum(step.is_overdue(REVIEWS[1]) for step in steps) >= 8


def test_money_is_told_once_a_year_by_the_own_side(workspace: Workspace) -> None:
    entries = [each for each in workspace.records.progress if each.budget]
    told = [(each.commitment, each.as_of.year) for each in entries]
    assert len(told) == len(set(told))
    assert {money.currency for each in entries for money in each.budget} == {"JPY", "LAK", "USD"}
    agencies = workspace.records.agencies
    assert {agencies[each.agency].party for each in entries} == {"lao-pdr"}


def test_the_secretariat_sometimes_differs(workspace: Workspace) -> None:
    views = [(each, each.secretariat.status) for each in workspace.records.progress if each.secretariat]
    assert {(each.commitment, each.status, view) for each, view in views if view != each.status} == {
        ("4.4.1b", "on-track", "delayed"),
        ("1.3.2a", "not-started", "delayed"),
        ("2.2.1b", "on-track", "delayed"),
    }


def test_entries_and_parts_of_them_are_for_all_audiences(workspace: Workspace) -> None:
    entries = workspace.records.progress
    assert {each.audience for each in entries} == set(Audience)
    narrowed = {
        part.audience
        for each in entries
        for part in (*each.next_steps, *each.evidence, *each.budget, each.difficulties, each.secretariat)
        if part is not None
    }
    assert narrowed == {None, *Audience}


def test_the_fifth_meeting_agreed_eleven_next_steps_and_seven_are_done(workspace: Workspace) -> None:
    steps = [
        step for each in workspace.records.progress if each.as_of == REVIEWS[0] for step in each.next_steps
    ]
    assert (len(steps), sum(step.done is not None for step in steps)) == (11, 7)


def test_three_meetings_two_of_them_final(workspace: Workspace) -> None:
    assert {each.id: each.status for each in workspace.meetings} == {
        "2025-som5": "final",
        "2026-trade-group2": "final",
        "2026-som6": "draft",
    }


def test_points_of_every_meeting_cite_the_plan(workspace: Workspace) -> None:
    for meeting in workspace.meetings:
        assert any(point.cites for topic in meeting.topics for point in topic.say), meeting.id


def test_everything_has_a_lao_draft_in_good_form(workspace: Workspace) -> None:
    translations = [each for each in lao_of(workspace) if each.text != "{year}/{number}"]  # no words
    assert len(translations) > 700
    for each in translations:
        assert each.state is TranslationState.DRAFT, each
        assert each.text == unicodedata.normalize("NFC", each.text)
        assert "\u0ecd\u0eb2" not in each.text, each.text
        assert "\u200b" not in each.text, each.text
        assert not re.search(r"\S\bແລະ|ແລະ\S", each.text), each.text


def test_nobody_is_named(workspace: Workspace) -> None:
    points = [point for each in workspace.records.agencies for point in each.focal_points]
    participants = [
        person for each in workspace.meetings for side in each.delegations for person in side.participants
    ]
    contacts = [contact for each in workspace.meetings for contact in each.contacts]
    assert len(points) > 10
    assert {each.name for each in (*points, *participants, *contacts)} == {None}
    assert all(each.title for each in points)
    biographies = [str(each.name) for meeting in workspace.meetings for each in meeting.biographies]
    assert biographies == ["Deputy Minister for Foreign Affairs of Japan"]


def test_addresses_lead_to_reserved_domains_only(workspace: Workspace) -> None:
    text = "\n".join(path.read_text("utf-8") for path in example_files().values())
    domains = re.findall(r"(?:https?://|[\w-]+@)([\w.-]+)", text)
    assert domains
    assert [each for each in domains if not re.fullmatch(r"([\w-]+\.)*example\.(org|com|net)", each)] == []


def test_every_file_says_that_its_content_is_invented() -> None:
    for name, path in example_files().items():
        comments = " ".join(line for line in path.read_text("utf-8").splitlines()[:4] if line.startswith("#"))
        assert "example: " in comments.casefold(), name
        assert "invented" in comments, name


def example_files() -> Mapping[str, Path]:
    folder = planreports.example_workspace()
    return {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.suffix in (".yaml", ".toml") and path.name != "style.toml"
    }
