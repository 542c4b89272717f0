"""Contents, bookmarks, links and notes are Word's own, and filled: nothing asks to be updated."""

from __future__ import annotations

import io
from dataclasses import replace

import docx

from planreports.document.nodes import Contents, ContentsEntry, Footnote, PageReference, Paragraph, Run
from tests.writers.docx.reading import W, outline, part, style, value, values, word, words
from tests.writers.trees import AT, h, p


def test_links_are_relationships_to_their_address() -> None:
    data = word(Paragraph((Run("here", "en", href="https://example.org/?a=1&b=2"),), "en", "body", AT))
    relationships = docx.Document(io.BytesIO(data)).part.rels.values()
    assert [each.target_ref for each in relationships if each.is_external] == ["https://example.org/?a=1&b=2"]


def entry(level: int, words_: str, target: str) -> ContentsEntry:
    return ContentsEntry(level, (Run(words_, "en"),), "en", target)


def test_contents_are_a_field_that_is_already_filled() -> None:
    headings = (replace(h(2, "One"), anchor="one"), replace(h(3, "Two"), anchor="two"))
    data = word(Contents((entry(2, "One", "one"), entry(3, "Two", "two")), "en", AT), *headings)
    body = part(data)[0]
    assert outline(body) == ["TOC2: One1", "TOC3: Two1", "Heading2: One", "Heading3: Two"]
    fields = [(each.text or "").strip() for each in body.iter(f"{W}instrText")]
    assert fields == ['TOC \\o "2-3" \\h \\z \\u', "PAGEREF _Ref1_one \\h", "PAGEREF _Ref2_two \\h"]
    assert values(body, "fldChar", "dirty") == [None] * 9
    assert [each.get(W + "anchor") for each in body.iter(f"{W}hyperlink")] == ["_Ref1_one", "_Ref2_two"]
    assert values(body, "bookmarkStart", "name") == ["_Ref1_one", "_Ref2_two"]
    kinds = values(body, "fldChar", "fldCharType")
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * 2, "end"]


def test_a_page_reference_shows_its_page_and_so_does_the_count() -> None:
    reference = Paragraph((PageReference("there", "en"),), "en", "body", AT)
    data = word(reference, p("x", anchor="there"))
    assert words(part(data)) == "1x"


def test_links_inside_lead_to_bookmarks_that_exist() -> None:
    link = Paragraph((Run("go", "en", "link", href="#there"),), "en", "body", AT)
    body = part(word(link, p("x", anchor="there")))
    assert [each.get(W + "anchor") for each in body.iter(f"{W}hyperlink")] == ["_Ref1_there"]
    assert values(body, "bookmarkStart", "name") == ["_Ref1_there"]
    assert values(body, "rStyle") == ["Hyperlink"]


def test_footnotes_are_words_own() -> None:
    note = Footnote(1, p("note", style="footnote"))
    data = word(Paragraph((Run("a", "en"), note), "en", "body", AT))
    assert values(part(data), "footnoteReference", "id") == ["1"]
    notes = part(data, "word/footnotes.xml")
    assert [(each.get(W + "type"), words(each)) for each in notes] == [
        ("separator", ""),
        ("continuationSeparator", ""),
        (None, "note"),
    ]
    assert value(style(data, "FootnoteText"), "pPr/ind", "hanging") == "160"
    assert list(docx.Document(io.BytesIO(data)).part.rels)


def test_contents_on_a_lying_page_have_their_pages_at_its_margin() -> None:
    contents = Contents((entry(2, "One", "one"),), "en", AT)
    heading = replace(h(2, "One"), anchor="one")
    assert [each.get(W + "pos") for each in part(word(contents, heading)).iter(f"{W}tabs")] == []
    data = word(contents, heading, orientation="landscape")
    (tabs,) = part(data).iter(f"{W}tabs")
    assert values(tabs, "tab", "pos") == ["14570"]
