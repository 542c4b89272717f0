"""Questions that scripts ask of a plan."""

from __future__ import annotations

import csv
import io
import json

import pytest
import yaml

import planreports
from planreports.i18n.text import Text, TranslationState
from planreports.plan import export
from planreports.plan.models import Area, Clause, Paragraph, Section, Statement
from planreports.plan.plan import Plan


@pytest.fixture(scope="module")
def plan() -> Plan:
    return planreports.load_plan()


def test_ids_stand_for_every_level(plan: Plan) -> None:
    parts = [plan[id_] for id_ in ("3", "3.1", "3.1.2", "3.1.2b", "3.3.1a-2")]
    assert [type(part) for part in parts] == [Area, Section, Paragraph, Statement, Clause]
    assert "3.1.2b" in plan
    assert "9" not in plan


def test_an_unknown_id_names_the_nearest(plan: Plan) -> None:
    with pytest.raises(planreports.PlanReportsError) as caught:
        plan["3.1.2z"]
    assert str(caught.value).startswith("there is no part of the plan `3.1.2z`: did you mean `3.1.2")
    with pytest.raises(LookupError):
        plan["nothing"]


def test_commitments_are_asked_for_by_party_area_section_and_type(plan: Plan) -> None:
    assert [clause.id for clause in plan.commitments(by="japan", area=2)] == [
        "2.1.1a-2", "2.1.1b", "2.1.1c", "2.1.1f", "2.1.2b", "2.1.2c", "2.2.1a-1", "2.2.1b", "2.3.1b", "2.4.1a",
    ]  # fmt: skip
    assert [clause.id for clause in plan.commitments(section="3.3")] == ["3.3.1a-2", "3.3.2a-2"]
    assert {clause.type.value for clause in plan.commitments()} == {"action", "continuing"}
    assert all(clause.type == "action" for clause in plan.commitments(type="action"))
    with pytest.raises(planreports.PlanReportsError, match="there is no party `jpan`: did you mean `japan`"):
        plan.commitments(by="jpan")


def test_a_commitment_is_found_by_its_id(plan: Plan) -> None:
    assert plan.commitment("3.1.5a").quote.startswith("affirmed to share")
    with pytest.raises(planreports.PlanReportsError, match="there is no commitment `3.1.4a`"):
        plan.commitment("3.1.4a")


def test_statements_are_found_by_any_name_of_what_they_mention(plan: Plan) -> None:
    expected = ["3.3.2a"]
    for name in ("RCEP", "rcep-agreement", "regional comprehensive economic partnership"):
        assert [statement.id for statement in plan.mentioning(name)] == expected
    assert [statement.id for statement in plan.mentioning("whales")] == ["5.7.1a"]


def test_search_folds_the_two_ways_to_write_sara_am(plan: Plan) -> None:
    def translate(context: str, text: Text) -> Text:
        return text.translated("lo", "ນ້ຳ", TranslationState.DRAFT) if context == "1.2.1a" else text

    localized = plan.localized(translate)
    assert [each.id for each in localized.mentioning("ນ້\u0ecd\u0eb2")] == ["1.2.1a"]
    assert localized["1.2.1a"] != plan["1.2.1a"]


def test_citations_follow_the_text(plan: Plan) -> None:
    section, paragraph = plan["4.8"], plan["4.8.3"]
    assert isinstance(section, Section)
    assert isinstance(paragraph, Paragraph)
    assert (section.citation, paragraph.citation) == ("4 (8)", "4 (8) ¶3")


def test_plans_are_frozen_and_hashable(plan: Plan) -> None:
    assert hash(plan["3.1.2b"]) == hash(plan["3.1.2b"])
    assert len({plan, planreports.load_plan()}) == 1
    with pytest.raises(Exception, match="frozen"):
        plan.areas[0].title = Text.of("x")


def test_exports_agree(plan: Plan) -> None:
    data = json.loads(export.to_json(plan))
    assert yaml.safe_load(export.to_yaml(plan)) == data
    rows = list(csv.DictReader(io.StringIO(export.to_csv(plan))))
    assert [row["id"] for row in rows] == [clause.id for clause in plan.clauses()]
    assert rows[0]["citation"] == "1 (1) ¶1"


def test_translations_are_exported_beside_the_source(plan: Plan) -> None:
    localized = plan.localized(lambda context, text: text.translated("lo", "ຄຳ", TranslationState.DRAFT))
    section = json.loads(export.to_json(localized))["areas"][0]["sections"][0]
    assert section["title"] == "Political/Security Dialogues"
    assert section["title_translations"] == {"lo": {"text": "ຄຳ", "state": "draft"}}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_of_the_csv_is_a_formula(plan: Plan, start: str) -> None:
    statement = plan.statements()[0]
    evil = statement.model_copy(update={"text": Text.of(start + "1+1")})
    paragraph = plan.paragraphs()[0].model_copy(update={"statements": (evil,)})
    section = plan.sections()[0].model_copy(update={"paragraphs": (paragraph,)})
    area = plan.areas[0].model_copy(update={"sections": (section,)})
    plan = Plan("p", Text.of("t"), (), (area,), plan.register)
    (row, *_) = csv.DictReader(io.StringIO(export.to_csv(plan)))
    assert row["text"] == "'" + start + "1+1"
