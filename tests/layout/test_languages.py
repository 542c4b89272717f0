"""One layout, every language choice: what shares a paragraph, what stands side by side, what is marked."""

from __future__ import annotations

import pytest

from planreports.document.nodes import (
    Block,
    Document,
    Heading,
    LineBreak,
    List,
    PageNumber,
    Paragraph,
    Parallel,
    Run,
    Table,
)
from planreports.i18n.text import RichText, Text, TranslationState

WORDS = Text.of("Water.").translated("lo", "ນ້ຳ.", TranslationState.DRAFT)
ONLY_ENGLISH = Text.of("Rice.")


def blocks(document: Document) -> tuple[Block, ...]:
    return document.sections[0].blocks


def words(block: Paragraph | Heading) -> str:
    return "".join(
        each.text if isinstance(each, Run) else "\n"
        for each in block.inlines
        if not isinstance(each, PageNumber)
    )


def section(body: str) -> str:
    return f"<section>{body}</section>"


def test_one_language_gives_one_paragraph(build) -> None:
    (block,) = blocks(build(section("<p>{{ words }}</p>"), "lo", context={"words": WORDS}))
    assert (words(block), block.language, block.mark) == ("ນ້ຳ.", "lo", "draft")


def test_two_languages_stand_side_by_side(build) -> None:
    (block,) = blocks(
        build(section("<p>{{ words }}</p><p>{{ words }}</p>"), "en", "lo", context={"words": WORDS})
    )
    assert isinstance(block, Parallel)
    assert [[words(cell[0]) for cell in row.cells] for row in block.rows] == [["Water.", "ນ້ຳ."]] * 2
    assert [cell[0].mark for cell in block.rows[0].cells] == [None, "draft"]


def test_two_languages_stand_stacked(build) -> None:
    made = blocks(
        build(section("<p>{{ words }}</p>"), "lo", "en", arrangement="stacked", context={"words": WORDS})
    )
    assert [words(block) for block in made] == ["ນ້ຳ.", "Water."]


def test_literal_words_are_not_doubled(build) -> None:
    (block,) = blocks(build(section("<p>2026/04</p>"), "en", "lo"))
    assert words(block) == "2026/04"


@pytest.mark.parametrize(
    "body",
    [
        '<p lang="lo">ນ້ຳ</p>',
        '<h1 lang="lo">ນ້ຳ</h1>',
        '<aside lang="lo"><p>ນ້ຳ</p></aside>',
        '<ul lang="lo"><li>ນ້ຳ</li></ul>',
        '<ul><li lang="lo">ນ້ຳ</li></ul>',
        '<table lang="lo"><tbody><tr><td>ນ້ຳ</td></tr></tbody></table>',
        '<table><tbody><tr lang="lo"><td>ນ້ຳ</td></tr></tbody></table>',
        '<table><tbody><tr><td lang="lo"><p>ນ້ຳ</p></td></tr></tbody></table>',
        '<p lang="lo"><strong>ນ້ຳ</strong></p>',
    ],
)
def test_lang_reaches_the_words_of_every_element(body: str, build) -> None:
    tree = repr(blocks(build(section(body), "en")))
    assert "Run(text='ນ້ຳ', language='lo'" in tree
    assert blocks(build(f'<section lang="lo">{body}</section>', "en")) != ()


def test_lang_of_words_leaves_texts_in_their_own(build) -> None:
    (block,) = blocks(
        build(section('<p lang="lo">ນ້ຳ {{ words }}</p>'), "en", context={"words": ONLY_ENGLISH})
    )
    assert [(each.text, each.language) for each in block.inlines] == [("ນ້ຳ ", "lo"), ("Rice.", "en")]


def test_a_heading_holds_its_languages_in_one_line(build) -> None:
    *_, block = blocks(build(section('<h1>T</h1><h2>1 {{ _("Status") }}</h2>'), "en", "lo"))
    assert words(block) == "1 Status | ສະຖານະ"
    assert [each.language for each in block.inlines] == ["en", "en", "lo"]


def test_the_title_is_followed_by_its_translation(build) -> None:
    title, translation = blocks(build(section('<h1>{{ _("Title") }}</h1>'), "en", "lo"))
    assert (words(title), words(translation)) == ("Title", "ຫົວຂໍ້")
    assert translation.style == "title-translation"


def test_what_is_not_translated_is_the_source_with_a_mark(build) -> None:
    (block,) = blocks(build(section("<p>{{ words }}</p>"), "lo", context={"words": ONLY_ENGLISH}))
    assert words(block) == "Rice. [ບໍ່ແປ]"
    assert block.mark == "missing"
    assert [(each.language, each.style) for each in block.inlines] == [
        ("en", None),
        ("lo", None),
        ("lo", "missing"),
    ]


def test_a_shared_paragraph_leaves_out_what_is_not_translated(build) -> None:
    *_, block = blocks(
        build(section("<h1>T</h1><h2>{{ words }}</h2>"), "en", "lo", context={"words": ONLY_ENGLISH})
    )
    assert words(block) == "Rice."


def test_lists_stand_side_by_side_item_by_item(build) -> None:
    (block,) = blocks(
        build(section("<ul><li>{{ w }}</li><li>{{ w }}</li></ul>"), "en", "lo", context={"w": WORDS})
    )
    assert isinstance(block, Parallel)
    (row,) = block.rows
    assert [[words(item.blocks[0]) for item in cell[0].items] for cell in row.cells] == [
        ["Water."] * 2,
        ["ນ້ຳ."] * 2,
    ]


def test_a_stacked_list_keeps_languages_in_one_item(build) -> None:
    (block,) = blocks(
        build(
            section("<ol start='3'><li>{{ w }}</li></ol>"),
            "en",
            "lo",
            arrangement="stacked",
            context={"w": WORDS},
        )
    )
    assert isinstance(block, List)
    assert (block.start, [words(each) for each in block.items[0].blocks]) == (3, ["Water.", "ນ້ຳ."])


def test_cells_stack_their_languages_and_heads_share_a_cell(build) -> None:
    source = section(
        '<table><thead><tr><th>{{ _("Status") }}</th></tr></thead><tbody><tr><td>{{ w }}</td></tr></tbody></table>'
    )
    (block,) = blocks(build(source, "en", "lo", context={"w": WORDS}))
    assert isinstance(block, Table)
    (head,) = block.head[0].cells[0].blocks
    assert words(head) == "Status\nສະຖານະ"
    assert isinstance(head.inlines[1], LineBreak)
    assert [words(each) for each in block.body[0].cells[0].blocks] == ["Water.", "ນ້ຳ."]


def test_rich_text_becomes_blocks_in_each_language(build) -> None:
    text = RichText.of("See:\n\n- *one*\n- two").translated("lo", "ເບິ່ງ", TranslationState.DRAFT)
    (block,) = blocks(build(section("{{ text }}"), "en", "lo", context={"text": text}))
    assert isinstance(block, Parallel)
    left, right = block.rows[0].cells
    assert [type(each) for each in left] == [Paragraph, List]
    assert left[1].items[0].blocks[0].inlines[0].italic
    assert [words(each) for each in right] == ["ເບິ່ງ"]


def test_a_message_is_filled_in_each_language(build) -> None:
    *_, block = blocks(
        build(section('<h1>T</h1><h2>{{ _("{n} of {total}", n=1, total=2) }}</h2>'), "en", "lo")
    )
    assert words(block) == "1 of 2 | 1 ໃນ 2"


def test_a_third_language_needs_no_other_layout(build) -> None:
    text = WORDS.translated("ja", "水。", TranslationState.REVIEWED)
    (block,) = blocks(build(section("<p>{{ w }}</p>"), "ja", "en", "lo", context={"w": text}))
    assert [words(cell[0]) for cell in block.rows[0].cells] == ["水。", "Water.", "ນ້ຳ."]


@pytest.mark.parametrize("evil", ["<b>&amp;</b>", "{{ 7 * 7 }}", "{% raw %}", "</section>", "\u2060]]>"])
def test_data_never_becomes_markup_or_template(build, evil: str) -> None:
    context = {"text": Text.of(evil), "rich": RichText.of(evil), "plain": evil}
    made = blocks(build(section("<p>{{ text }}</p><p>{{ plain }}</p>"), context=context))
    assert [words(block) for block in made] == [evil, evil]


def test_white_space_is_html_s_and_no_break_spaces_stay(build) -> None:
    (block,) = blocks(build(section("<p>\n  a \n <strong> b</strong>&nbsp;&ensp; c\n</p>")))
    assert words(block) == "a b\u00a0\u2002 c"


def test_a_message_that_means_two_things_is_two_messages(build) -> None:
    made = build(section('<p>{{ _("Title") }}</p><p>{{ pgettext("of-a-person", "Title") }}</p>'), "lo")
    assert [words(block) for block in blocks(made)] == ["ຫົວຂໍ້", "ຕຳແໜ່ງ"]


def test_a_message_in_a_context_is_filled_in(build) -> None:
    made = build(section('<p>{{ pgettext("of-pages", "{n} of {total}", n=1, total=2) }}</p>'), "en")
    assert [words(block) for block in blocks(made)] == ["1 of 2"]
