"""Lists count by their styles; every numbered list begins where it says."""

from __future__ import annotations

from dataclasses import replace

from planreports.document.nodes import List, ListItem
from tests.writers.docx.reading import W, outline, part, style, value, values, word
from tests.writers.trees import AT, p, parallel, ul


def nested(*names: str) -> List:
    """Return a list that holds a list that holds a list."""
    inner = (nested(*names[1:]),) if names[1:] else ()
    return List((ListItem((p(names[0], style="list"), *inner), AT),), False, "en", AT)


def test_bullets_are_their_styles_alone() -> None:
    data = word(nested("a", "b", "c"))
    assert outline(part(data)[0]) == ["ListBullet: a", "ListBullet2: b", "ListBullet3: c"]
    assert not list(part(data).iter(f"{W}numPr"))
    levels = [value(style(data, each), "pPr/numPr/ilvl") for each in ("ListBullet", "ListBullet2")]
    assert levels == [None, "1"]
    numbering = part(data, "word/numbering.xml")
    assert values(next(numbering.iter(f"{W}abstractNum")), "pStyle")[:2] == ["ListBullet", "ListBullet2"]
    assert value(style(data, "ListBullet"), "name") == "List Bullet"


def test_the_tenth_level_stands_on_the_ninth() -> None:
    data = word(nested(*"abcdefghijk"))
    assert [each.partition(":")[0] for each in outline(part(data)[0])[-3:]] == ["ListBullet9"] * 3


def test_what_goes_on_below_an_item_has_no_bullet_and_its_indent() -> None:
    item = ListItem((p("a", style="list"), p("b", style="list")), AT)
    data = word(List((item,), False, "en", AT))
    assert outline(part(data)[0]) == ["ListBullet: a", "ListContinue: b"]
    assert value(style(data, "ListContinue"), "pPr/ind", "left") == "240"
    assert style(data, "ListContinue").find(f"{W}pPr/{W}numPr") is None


def test_ordered_lists_side_by_side_count_each_for_itself() -> None:
    left, right = ul("a", "b", ordered=True), replace(ul("ກ", "ຂ", ordered=True, language="lo"), start=5)
    data = word(parallel((left, right)))
    numbers = [each.get(W + "val") for each in part(data).iter(f"{W}numId")]
    assert numbers == ["3", "4", "3", "4"]
    numbering = part(data, "word/numbering.xml")
    abstract = {each.get(W + "numId"): each[0].get(W + "val") for each in numbering.iter(f"{W}num")}
    assert len(set(abstract.values())) == len(abstract)
    starts = [each.find(f"{W}lvl/{W}start").get(W + "val") for each in numbering.iter(f"{W}abstractNum")]
    assert starts == ["1", "1", "1", "5"]


def test_a_numbered_list_keeps_its_bar_inside_its_column() -> None:
    left, right = ul("a", ordered=True), ul("ກ", ordered=True, language="lo")
    marked = replace(right, items=(ListItem((p("ກ", "lo", "list", mark="draft"),), AT),))
    data = word(parallel((left, marked)))
    first, second = (each for each in part(data).iter(f"{W}pPr") if each.find(f"{W}numPr") is not None)
    assert (value(first, "ind", "left"), value(second, "ind", "left")) == (None, "362")


def test_lists_in_lists_take_no_longer_than_they_are() -> None:
    made: List | None = None
    for _ in range(28):
        made = List((ListItem((made or p("x", style="list"),), AT),), False, "en", AT)
    assert outline(part(word(made))[0])[-1].endswith(": x")
