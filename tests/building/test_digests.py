"""Digests tell values apart by their content, and nothing else."""

from __future__ import annotations

import datetime
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import planreports
from planreports.building.digests import digest
from planreports.reports import REPORTS
from planreports.workspace.content import Audience
from tests.renditions import example

PLAIN = st.none() | st.booleans() | st.integers() | st.text() | st.dates() | st.binary()
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(VALUES, VALUES)
def test_values_have_one_digest_if_they_are_one(first: object, second: object) -> None:
    same = first == second and repr(first) == repr(second)
    if same:
        assert digest(first) == digest(second)
    elif first != second:
        assert digest(first) != digest(second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (1, "1"),
        (True, 1),
        (("a", "b"), ("ab",)),
        ((), ""),
        (None, ""),
        (Decimal(1), 1),
        (b"a", "a"),
        ((1, (2,)), ((1, 2),)),
    ],
)
def test_values_that_look_alike_are_told_apart(first: object, second: object) -> None:
    assert digest(first) != digest(second)


def test_another_process_gives_the_same_digest() -> None:
    program = "from planreports.building.digests import digest; print(digest({'b', 'a', 'c'}, {'x': 1.5}))"
    found = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert found == {digest({"b", "a", "c"}, {"x": 1.5}) + "\n"}


def test_a_value_without_content_has_no_digest() -> None:
    with pytest.raises(TypeError, match="a value of type object has no digest"):
        digest((datetime.date(2026, 1, 1), object()))


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_has_a_digest(name: str) -> None:
    workspace = example()
    asked = {"brief": {"meeting": workspace.meetings[0].id}}
    try:
        made = REPORTS[name].made(name, workspace, Audience.INTERNAL, asked.get(name, {}))
    except planreports.PlanReportsError:
        year, agency = max(workspace.records.reviews), next(iter(workspace.records.agencies)).id
        known = {"year": year, "agency": agency}
        options = {each: known[each] for each in known if each in REPORTS[name].options.__dataclass_fields__}
        made = REPORTS[name].made(name, workspace, Audience.INTERNAL, options)
    assert digest(made) == digest(made)
