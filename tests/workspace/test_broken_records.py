"""A mistake in the form of one entry hides no mistake of another, and is the reason for none."""

from __future__ import annotations

from pathlib import Path

import pytest

import planreports
from tests.workspace.offices import AGENCIES, make_office, write


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return make_office(Path("office"))


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(planreports.PlanReportsError) as raised:
        planreports.open_workspace(folder)
    return str(raised.value).splitlines()


ENTRY = "  - {commitment: 3.1.2b, as_of: 2026-08-31, agency: moic, status: on-track}\n"
MEETING = """\
id: som
number: 04
issued: 2026-10-02
date: 2026-10-22
title: Meeting
"""


def test_agencies_are_judged_beside_one_whose_form_is_wrong(folder: Path) -> None:
    write(
        folder / "agencies.yaml",
        "agencies:\n"
        "  - {id: mem, party: lao-pdr, name: {en: Energy, fr: Energie}, valid_to: February, successors: [moik]}\n"
        "  - {id: moic, party: laos, name: Industry, successors: [moic]}\n"
        "  - {id: mem, party: japan, name: Energy, colour: red}\n"
        "  - {id: meti, party: japan, name: Trade, valid_from: 2026, valid_to: 2025}\n",
    )
    assert problems_of(folder) == [
        "office/agencies.yaml:2:50: there is no catalog of the language `fr`: expected `en` or `lo`",
        "office/agencies.yaml:2:74: `valid_to` is `February`: expected a date such as 2030, 2020-08, 2020-08-01 or 2021/2025",
        "office/agencies.yaml:2:97: there is no other agency `moik`: did you mean `moic`?",
        "office/agencies.yaml:3:23: `laos` is no party of the plan: expected `lao-pdr` or `japan`",
        "office/agencies.yaml:3:58: there is no other agency `moic`: expected `mem` or `meti`",
        "office/agencies.yaml:4:10: the id `mem` stands twice; first in line 2",
        "office/agencies.yaml:4:43: unknown key `colour`: expected `id`, `party`, `name`, `acronym`, `kind`, `valid_from`, `valid_to`, `successors` or `focal_points`",
        "office/agencies.yaml:5:71: `meti` ends before it begins",
    ]


BROKEN_AGENCIES = {
    "another key is wrong": ("    acronym: MoIC\n", "    acronim: MoIC\n"),
    "a key is missing": ("  - id: moic\n    party: lao-pdr\n", "  - id: moic\n"),
    "the id is wrong": ("  - id: moic\n", "  - id: MoIC\n"),
    "the id is misspelt": ("  - id: moic\n", "  - ids: moic\n"),
    "an item is none": ("  - id: meti\n", "  - moic\n  - id: meti\n"),
    "the list is misspelt": ("agencies:\n", "agency:\n"),
    "the list is called otherwise, and has a mistake": (
        AGENCIES,
        AGENCIES.replace("agencies", "bodies") + "    x: 1\n",
    ),
    "the list is none": (AGENCIES, "agencies: moic\n"),
    "the list is nothing": (AGENCIES, "agencies:\n"),
    "it is no YAML": (AGENCIES, "agencies: [\n"),
}


@pytest.mark.parametrize("name", BROKEN_AGENCIES)
def test_references_to_an_agency_whose_form_is_wrong_are_no_problem(folder: Path, name: str) -> None:
    old, new = BROKEN_AGENCIES[name]
    assert old in AGENCIES
    write(
        folder / "agencies.yaml",
        AGENCIES.replace(old, new, 1),
    )
    write(folder / "commitments.yaml", "commitments:\n  - {id: 3.1.2b, lead: [moic], supporting: [meti]}\n")
    write(folder / "progress/2026.yaml", f"entries:\n{ENTRY}")
    assert {problem.partition(":")[0] for problem in problems_of(folder)} == {"office/agencies.yaml"}


def test_a_reference_is_judged_where_the_ids_of_all_agencies_can_be_read(folder: Path) -> None:
    write(folder / "agencies.yaml", AGENCIES.replace("acronym", "acronim"))
    write(folder / "commitments.yaml", "commitments:\n  - {id: 3.1.2b, lead: [mem, moic, metti]}\n")
    assert problems_of(folder) == [
        "office/agencies.yaml:10:5: unknown key `acronim`: did you mean `acronym`?",
        "office/commitments.yaml:2:30: `mem` and `moic` are of the same party: one leads: name the others in `supporting`",
        "office/commitments.yaml:2:36: there is no agency `metti`: did you mean `meti`?",
    ]


def test_a_lead_whose_party_is_not_known_leads_beside_anybody(folder: Path) -> None:
    write(
        folder / "agencies.yaml",
        AGENCIES.replace("  - id: moic\n    party: lao-pdr", "  - id: moic\n    party: 5 5"),
    )
    write(folder / "commitments.yaml", "commitments:\n  - {id: 3.1.2b, lead: [mem, moic]}\n")
    assert problems_of(folder) == [
        "office/agencies.yaml:8:12: `party` cannot be `5 5`: expected lower-case letters and digits, joined by hyphens, such as 2026-som6",
    ]


def test_assignments_are_judged_beside_one_whose_form_is_wrong(folder: Path) -> None:
    write(
        folder / "commitments.yaml",
        "commitments:\n"
        "  - {id: 3.1.2b, lead: mem, supporting: [metti], timeframe: {from: soon}}\n"
        "  - {id: 3.1.2b, lead: [mem, moic]}\n"
        "  - {id: 3.1.2a, target: {en: Two, fr: Deux}}\n"
        "  - {id: 3.1, lead: [mfo]}\n"
        "  - {lead: [moci]}\n",
    )
    assert problems_of(folder) == [
        "office/commitments.yaml:2:24: `lead` is `mem`: expected a list",
        "office/commitments.yaml:2:42: there is no agency `metti`: did you mean `meti`?",
        "office/commitments.yaml:2:68: `from` is `soon`: expected a date such as 2030, 2020-08, 2020-08-01 or 2021/2025",
        "office/commitments.yaml:3:10: the id `3.1.2b` stands twice; first in line 2",
        "office/commitments.yaml:3:30: `mem` and `moic` are of the same party: one leads: name the others in `supporting`",
        "office/commitments.yaml:4:10: `3.1.2a` is no commitment: the plan promises nothing there",
        "office/commitments.yaml:4:36: there is no catalog of the language `fr`: expected `en` or `lo`",
        "office/commitments.yaml:5:10: `id` cannot be `3.1`: expected a clause's id such as 3.1.2b or 3.1.2b-2",
        "office/commitments.yaml:5:22: there is no agency `mfo`: expected `mem`, `moic` or `meti`",
        "office/commitments.yaml:6:5: the key `id` is missing",
        "office/commitments.yaml:6:13: there is no agency `moci`: did you mean `moic`?",
    ]


def test_progress_is_judged_beside_an_entry_whose_form_is_wrong(folder: Path) -> None:
    write(
        folder / "progress/2026.yaml",
        "entries:\n"
        "  - {commitment: 3.1.2y, as_of: 31 August, agency: moci, status: on-trak, next_steps: [{step: A, owner: mte}]}\n"
        "  - {commitment: 3.1.2a, as_of: 2026-08-31, agency: metti, status: on-track, achievements: {text: '# A'}}\n"
        "  - {commitment: 3.1.2b, as_of: 2026-08-31, agency: moic, status: delayed}\n"
        "  - {commitment: 3.1.2b, as_of: 2026-09-30, agency: moic, status: delayed, reasn: Rain.}\n"
        "  - {commitment: 3.1.2b, as_of: 2026-10-31, agency: moic, status: no-report, secretariat: {status: dn, nte: A}}\n"
        "  - 3.1.2b\n",
    )
    assert problems_of(folder) == [
        "office/progress/2026.yaml:2:18: the plan has no commitment `3.1.2y`: did you mean `3.1.2b`?",
        "office/progress/2026.yaml:2:33: `as_of` is `31 August`: expected a date such as 2026-10-22",
        "office/progress/2026.yaml:2:52: there is no agency `moci`: did you mean `moic`?",
        "office/progress/2026.yaml:2:66: unknown status `on-trak`: did you mean `on-track`?",
        "office/progress/2026.yaml:2:105: there is no agency `mte`: did you mean `mem`?",
        "office/progress/2026.yaml:3:18: `3.1.2a` is no commitment: the plan promises nothing there",
        "office/progress/2026.yaml:3:53: there is no agency `metti`: did you mean `meti`?",
        "office/progress/2026.yaml:3:99: a heading cannot stand in a field: use paragraphs, lists, *emphasis* and links",
        "office/progress/2026.yaml:4:67: the status `delayed` needs a `reason`",
        "office/progress/2026.yaml:5:76: unknown key `reasn`: did you mean `reason`?",
        "office/progress/2026.yaml:6:67: `no-report` is never chosen: it is what a commitment has without an entry",
        "office/progress/2026.yaml:6:100: unknown status `dn`: expected `not-started`, `on-track`, `delayed`, `completed` or `discontinued`",
        "office/progress/2026.yaml:6:104: unknown key `nte`: did you mean `note`?",
        "office/progress/2026.yaml:7:5: `entries` is `3.1.2b`: expected a mapping of keys",
    ]


def test_an_entry_of_two_files_is_found_beside_one_whose_form_is_wrong(folder: Path) -> None:
    write(folder / "progress/2025.yaml", f"entries:\n  - {{commitment: 3.1.2b}}\n{ENTRY}")
    write(
        folder / "progress/2026.yaml",
        f"entries:\n{ENTRY}  - {{commitment: 3.1.2b, agency: moic, status: on-track}}\n",
    )
    assert problems_of(folder) == [
        "office/progress/2025.yaml:2:5: the key `as_of` is missing",
        "office/progress/2025.yaml:2:5: the key `agency` is missing",
        "office/progress/2025.yaml:2:5: the key `status` is missing",
        "office/progress/2026.yaml:2:5: office/progress/2025.yaml has an entry of `moic` on 3.1.2b as of 2026-08-31 too: a correction stands in the same file, below what it corrects",
        "office/progress/2026.yaml:3:5: the key `as_of` is missing",
    ]


def test_a_review_is_judged_beside_a_part_whose_form_is_wrong(folder: Path) -> None:
    write(
        folder / "reviews/2026.yaml",
        "year: 2025\nstatus: finl\nissued: 2026-09-01\ndeadline: 2026-08-01\nas_off: 2026-12-31\n"
        "areas:\n  - {area: 9, text: A}\n  - {area: 8, txt: A}\n"
        "summary: ['# A', {txt: A}]\n"
        "signatories: [{party: jpan, title: 5}, {party: lao, title: {en: A, fr: A}}, {title: {fr: A}}]\n",
    )
    assert problems_of(folder) == [
        "office/reviews/2026.yaml:1:7: the year 2025 differs from the file's name: expected 2026.yaml",
        "office/reviews/2026.yaml:2:9: unknown status `finl`: did you mean `final`?",
        "office/reviews/2026.yaml:4:11: the deadline is before the day on which forms are issued",
        "office/reviews/2026.yaml:5:1: unknown key `as_off`: did you mean `as_of`?",
        "office/reviews/2026.yaml:7:12: the plan has no area `9`: expected `1`, `2`, `3`, `4` or `5`",
        "office/reviews/2026.yaml:8:5: the key `text` is missing",
        "office/reviews/2026.yaml:8:12: the plan has no area `8`: expected `1`, `2`, `3`, `4` or `5`",
        "office/reviews/2026.yaml:8:15: unknown key `txt`: did you mean `text`?",
        "office/reviews/2026.yaml:9:11: a heading cannot stand in a field: use paragraphs, lists, *emphasis* and links",
        "office/reviews/2026.yaml:9:19: there is no catalog of the language `txt`: expected `en` or `lo`",
        "office/reviews/2026.yaml:10:23: `jpan` is no party of the plan: did you mean `japan`?",
        "office/reviews/2026.yaml:10:48: `lao` is no party of the plan: did you mean `lao-pdr`?",
        "office/reviews/2026.yaml:10:68: there is no catalog of the language `fr`: expected `en` or `lo`",
        "office/reviews/2026.yaml:10:77: the key `party` is missing",
        "office/reviews/2026.yaml:10:86: there is no catalog of the language `fr`: expected `en` or `lo`",
    ]


def test_a_day_that_is_not_known_judges_no_other(folder: Path) -> None:
    write(folder / "reviews/2026.yaml", "year: next\nissued: September\ndeadline: 2026-08-01\n")
    write(folder / "reviews/2025.yaml", "yeer: 2025\nisued: 2025-09-01\ndeadline: 2025-08-01\n")
    assert problems_of(folder) == [
        "office/reviews/2025.yaml:1:1: the key `year` is missing",
        "office/reviews/2025.yaml:1:1: unknown key `yeer`: did you mean `year`?",
        "office/reviews/2025.yaml:2:1: unknown key `isued`: did you mean `issued`?",
        "office/reviews/2026.yaml:1:7: `year` is `next`: expected a whole number",
        "office/reviews/2026.yaml:2:9: `issued` is `September`: expected a date such as 2026-10-22",
    ]


def test_a_meeting_is_judged_beside_a_part_whose_form_is_wrong(folder: Path) -> None:
    write(
        folder / "meetings/som6.yaml",
        MEETING.replace("2026-10-22", "tomorrow") + "place: {en: A, fr: A}\n"
        "delegations: [{party: jpan}, {party: lao, participants: [{title: A}]}]\n"
        "topics:\n"
        "  - {section: 3.9, statements: [3.9.1a], colour: red}\n"
        "  - {section: 3.1, statements: [3.1.2y, x], say: [{text: '# A', cites: [3.1.2z]}, {txt: A, cites: [3.2.1a]}]}\n"
        "  - {section: three, statements: [3.1.2y]}\n",
    )
    assert problems_of(folder) == [
        "office/meetings/som6.yaml:1:5: the id `som` differs from the file's name: expected `som6`",
        "office/meetings/som6.yaml:4:7: `date` is `tomorrow`: expected a date such as 2026-10-22",
        "office/meetings/som6.yaml:6:16: there is no catalog of the language `fr`: expected `en` or `lo`",
        "office/meetings/som6.yaml:7:15: the key `participants` is missing",
        "office/meetings/som6.yaml:7:23: `jpan` is no party of the plan: did you mean `japan`?",
        "office/meetings/som6.yaml:7:38: `lao` is no party of the plan: did you mean `lao-pdr`?",
        "office/meetings/som6.yaml:9:15: the plan has no section `3.9`: did you mean `3.3`?",
        "office/meetings/som6.yaml:9:42: unknown key `colour`: expected `section`, `statements`, `say`, `they_may_raise`, `if_raised`, `not_to_raise`, `background` or `audience`",
        "office/meetings/som6.yaml:10:33: section 3.1 has no statement `3.1.2y`: did you mean `3.1.2b`?",
        "office/meetings/som6.yaml:10:41: `statements` cannot be `x`: expected a statement's id such as 3.1.2b",
        "office/meetings/som6.yaml:10:58: a heading cannot stand in a field: use paragraphs, lists, *emphasis* and links",
        "office/meetings/som6.yaml:10:73: section 3.1 has no statement `3.1.2z`: did you mean `3.1.2b`?",
        "office/meetings/som6.yaml:10:83: `text` is a mapping: expected words after `cites:` (put words with a comma in quotation marks)",
        "office/meetings/som6.yaml:10:100: section 3.1 has no statement `3.2.1a`: did you mean `3.1.1a`?",
        "office/meetings/som6.yaml:11:15: `section` cannot be `three`: expected a section's id such as 3.1",
    ]


def test_every_file_is_judged_beside_the_mistakes_of_form_of_all(folder: Path) -> None:
    write(
        folder / "agencies.yaml",
        AGENCIES.replace("acronym", "acronim").replace("party: japan", "party: jpan"),
    )
    write(folder / "commitments.yaml", "commitments:\n  - {id: 3.1.2y, lead: moic}\n")
    write(folder / "progress/2026.yaml", f"entries:\n{ENTRY.replace('moic', 'mioc').replace('31', '32')}")
    write(folder / "reviews/2026.yaml", "year: 2026\nareas: [{area: 9}]\n")
    write(folder / "meetings/som6.yaml", MEETING.replace("04", "''"))
    assert problems_of(folder) == [
        "office/agencies.yaml:10:5: unknown key `acronim`: did you mean `acronym`?",
        "office/agencies.yaml:12:12: `jpan` is no party of the plan: did you mean `japan`?",
        "office/commitments.yaml:2:10: the plan has no commitment `3.1.2y`: did you mean `3.1.2b`?",
        "office/commitments.yaml:2:24: `lead` is `moic`: expected a list",
        "office/meetings/som6.yaml:1:5: the id `som` differs from the file's name: expected `som6`",
        "office/meetings/som6.yaml:2:9: `number` is ``: expected words",
        "office/progress/2026.yaml:2:33: `as_of` is `2026-08-32`: expected a date such as 2026-10-22",
        "office/progress/2026.yaml:2:53: there is no agency `mioc`: did you mean `moic`?",
        "office/reviews/2026.yaml:2:9: the key `text` is missing",
        "office/reviews/2026.yaml:2:16: the plan has no area `9`: expected `1`, `2`, `3`, `4` or `5`",
    ]
