"""A plan's mistakes are reported all at once, each with its file, line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

import planreports
from planreports.errors import PlanReportsError

PLAN = """id: small
title: A small plan
parties:
  - {id: lao-pdr, name: Lao PDR, country: LA}
  - {id: japan, name: Japan, country: JP}
areas: [area-1.yaml]
retired: [1.1.2a]
"""
REGISTER = """entries:
  - {id: rcep, kind: agreement, name: RCEP, acronym: RCEP, expansion: Regional Comprehensive Economic Partnership}
"""
AREA = """id: 1
title: Trade
sections:
  - id: 1.1
    title: Agreements
    paragraphs:
      - id: 1.1.1
        statements:
          - id: 1.1.1a
            text: Both sides welcomed RCEP and affirmed to work together by 2030.
            clauses:
              - id: 1.1.1a-1
                actor: both-sides
                stance: welcomed
                type: acknowledgement
                quote: welcomed RCEP
                refers_to: [rcep]
              - id: 1.1.1a-2
                actor: both-sides
                stance: affirmed
                type: action
                quote: affirmed … work together
                by: [japan]
                dates: [{value: 2030, relation: by, words: by 2030}]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    small = Path("small")
    small.mkdir()
    (small / "plan.yaml").write_text(PLAN, "utf-8")
    (small / "register.yaml").write_text(REGISTER, "utf-8")
    (small / "area-1.yaml").write_text(AREA, "utf-8")
    return small


def problems_of(folder: Path) -> list[str]:
    with pytest.raises(PlanReportsError) as caught:
        planreports.load_plan(folder)
    return str(caught.value).splitlines()


def change(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def test_a_plan_of_ones_own_is_loaded(folder: Path) -> None:
    plan = planreports.load_plan(folder)
    assert [clause.id for clause in plan.commitments(by="japan")] == ["1.1.1a-2"]


def test_what_is_known_of_a_plan_is_typed_into_its_file(folder: Path) -> None:
    more = "source: {en: The ministry, lo: ກະຊວງ}\nversion: 2nd\ndate: 2021-03-01\nauthentic: [en, lo]\n"
    (folder / "plan.yaml").write_text(PLAN + more, "utf-8")
    details = planreports.load_plan(folder).details
    assert (details.version, str(details.date), details.authentic) == ("2nd", "2021-03-01", ("en", "lo"))
    page = planreports.render(planreports.load_plan(folder), "plan", languages=["lo"], format="html").decode()
    assert "ກະຊວງ" in page.replace("<wbr>", "")
    assert '<meta name="dcterms.date" content="2021-03-01">' in page


def test_details_that_mean_nothing_are_mistakes(folder: Path) -> None:
    (folder / "plan.yaml").write_text(PLAN + "date: March\nauthentic: [English]\nvresion: 2\n", "utf-8")
    with pytest.raises(PlanReportsError) as caught:
        planreports.load_plan(folder)
    assert str(caught.value).splitlines() == [
        "small/plan.yaml:8:7: `date` is `March`: expected a date such as 2026-10-22",
        "small/plan.yaml:9:13: `authentic` cannot be `English`: expected a language code such as en or lo",
        "small/plan.yaml:10:1: unknown key `vresion`: did you mean `version`?",
    ]


def test_mistakes_in_all_files_are_reported_at_once(folder: Path) -> None:
    change(folder / "register.yaml", ("expansion: Regional Comprehensive Economic Partnership", "kinds: x"))
    change(
        folder / "area-1.yaml",
        ("stance: affirmed", "stance: afirmed"),
        ("relation: by", "relation: until"),
        ("title: Agreements", "titel: Agreements"),
    )
    assert problems_of(folder) == [
        "small/area-1.yaml:4:5: the key `title` is missing",
        "small/area-1.yaml:5:5: unknown key `titel`: did you mean `title`?",
        "small/area-1.yaml:20:25: unknown stance `afirmed`: did you mean `affirmed`?",
        "small/area-1.yaml:24:49: unknown relation `until`: expected `by`, `in`, `on`, `since` or `during`",
        "small/register.yaml:2:60: unknown key `kinds`: did you mean `kind`?",
    ]


def test_what_files_must_agree_on_is_checked(folder: Path) -> None:
    change(
        folder / "area-1.yaml",
        ("quote: welcomed RCEP", "quote: welcomed the RCEP"),
        ("refers_to: [rcep]", "refers_to: [rcp]\n                by: [japan]"),
        ("by: [japan]\n                dates", "by: [jpan]\n                dates"),
        ("words: by 2030", "words: until 2030"),
        ("id: 1.1.1a-2", "id: 1.1.1a-3"),
    )
    assert problems_of(folder) == [
        "small/area-1.yaml:16:24: the words `welcomed the RCEP` are not in statement 1.1.1a: "
        "it agrees up to “welcomed ”",
        "small/area-1.yaml:17:29: there is no register entry `rcp`: did you mean `rcep`?",
        "small/area-1.yaml:18:17: `1.1.1a-1` is of type acknowledgement, which commits nobody: remove by:",
        "small/area-1.yaml:19:21: the id `1.1.1a-3`: expected `1.1.1a-2`",
        "small/area-1.yaml:24:22: there is no party `jpan`: did you mean `japan`?",
        "small/area-1.yaml:25:60: the words `until 2030` are not in statement 1.1.1a: quote the statement's own words",
    ]


def test_a_commitment_says_who_must_act(folder: Path) -> None:
    change(folder / "area-1.yaml", ("                by: [japan]\n", ""))
    assert problems_of(folder) == [
        "small/area-1.yaml:18:17: the commitment `1.1.1a-2` says nobody who must act: add by: [party]"
    ]


def test_a_retired_id_is_never_used_again(folder: Path) -> None:
    change(folder / "plan.yaml", ("retired: [1.1.2a]", "retired: [1.1.1a-2]"))
    assert problems_of(folder) == [
        "small/area-1.yaml:18:21: the id `1.1.1a-2` is retired and cannot be used again"
    ]


def test_ids_follow_their_parents_in_order(folder: Path) -> None:
    change(folder / "area-1.yaml", ("      - id: 1.1.1\n", "      - id: 1.1.2\n"))
    assert problems_of(folder) == [
        "small/area-1.yaml:7:13: the id `1.1.2`: expected `1.1.1`",
        "small/area-1.yaml:9:17: the id `1.1.1a`: expected `1.1.2a`",
    ]


def test_a_missing_file_is_named_where_it_is_asked_for(folder: Path) -> None:
    change(folder / "plan.yaml", ("area-1.yaml", "area1.yaml"))
    assert problems_of(folder) == [
        "small/plan.yaml:6:9: there is no file `area1.yaml`: did you mean `area-1.yaml`?"
    ]


def test_a_file_outside_the_folder_is_never_read(folder: Path) -> None:
    change(folder / "plan.yaml", ("area-1.yaml", "../area-1.yaml"))
    assert problems_of(folder) == [
        "small/plan.yaml:6:9: `../area-1.yaml` is not the name of a file in this folder"
    ]


def test_an_unknown_plan_names_the_nearest() -> None:
    with pytest.raises(PlanReportsError) as caught:
        planreports.load_plan("lao-japn")
    assert str(caught.value) == (
        "there is no plan `lao-japn`, and no such folder with a plan.yaml: did you mean `lao-japan`?"
    )
