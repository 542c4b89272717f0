"""What pages mark: words of another language, running heads and feet, rules, repeated heads."""

from __future__ import annotations

import io
import re

import pypdf

from planreports.document.nodes import Block, Paragraph, Run
from planreports.writers.pdf import write
from tests.writers.trees import AT, BREAKER, ENGLISH, STYLESHEET, document, p, table


def contents(*blocks: Block, **section: object) -> list[str]:
    """Return the content of each page."""
    data = write(document(*blocks, **section), STYLESHEET, BREAKER)
    return [page.get_contents().get_data().decode() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def test_words_of_another_language_than_their_paragraph_say_which() -> None:
    mixed = Paragraph((Run("Status ", "en"), Run("ສະຖານະ", "lo"), Run(" end", "en")), "en", "body", AT)
    (page,) = contents(mixed)
    assert len(re.findall(r"/Span<</Lang\(lo\)>>BDC [^B]*?Tj EMC", page)) == 1
    assert "/Span" not in contents(p(ENGLISH))[0]
    assert "/Span" not in contents(p("ສະຖານະ", "lo"))[0]


def test_what_is_marked_is_closed_in_its_text_object() -> None:
    runs = [Run(f"{word} ", language) for word in ("Status", "end") * 20 for language in ("en", "lo")]
    (page,) = contents(Paragraph(tuple(runs), "en", "body", AT))
    for text in re.findall(r"BT (.*?) ET", page, re.DOTALL):
        assert text.count("BDC") == text.count("EMC")
    assert page.count("BDC") + page.count("BMC") == page.count("EMC")


def test_running_heads_and_feet_are_artifacts_that_say_so() -> None:
    (page,) = contents(p("body"), header=(p("head", style="running"),), footer=(p("foot", style="running"),))
    artifacts = re.findall(r"/Artifact<<(.*?)>>BDC", page)
    assert artifacts == ["/Type/Pagination/Subtype/Header", "/Type/Pagination/Subtype/Footer"]


def test_rules_are_layout_and_repeated_heads_are_pagination() -> None:
    first, second = contents(table(["Head"], *[[f"row{n}"] for n in range(60)]))
    assert set(re.findall(r"/Artifact<<(.*?)>>BDC", first)) == {"/Type/Layout"}
    assert set(re.findall(r"/Artifact<<(.*?)>>BDC", second)) == {"/Type/Layout", "/Type/Pagination"}
