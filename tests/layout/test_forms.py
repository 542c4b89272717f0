"""Forms: each field has a name and a label; what cannot be filled in is a mistake with its place."""

from __future__ import annotations

import pytest

from planreports.document.forms import FieldOption, FormField, Prompt
from planreports.document.nodes import CheckBox, Paragraph, Run, Table
from planreports.errors import LayoutError
from planreports.i18n.text import Text, TranslationState

YES = Text.of("Yes").translated("lo", "ແມ່ນ", TranslationState.DRAFT)


def blocks(build, source: str, *languages: str) -> tuple[object, ...]:
    document = build(f"<section>{source}</section>", *languages, context={"yes": YES})
    return document.sections[0].blocks


def problems_of(build, source: str) -> list[str]:
    with pytest.raises(LayoutError) as caught:
        build(f"<section>\n{source}</section>", context={"yes": YES})
    return str(caught.value).splitlines()


def words(block: object) -> str:
    assert isinstance(block, Paragraph)
    return "".join(each.text for each in block.inlines if isinstance(each, Run))


def test_a_field_stands_in_a_box_below_its_label(build) -> None:
    label, box = blocks(
        build, '<label>{{ yes }} <textarea name="why" rows="3"></textarea></label>', "en", "lo"
    )
    assert (words(label), label.style) == ("Yes\u2002ແມ່ນ", "field-label")
    assert isinstance(box, Table)
    assert (box.style, box.presentation, len(box.body), box.body[0].height) == ("field", True, 1, 24)
    assert box.body[0].cells[0].field == FormField("why", "Yes", "lines", (Prompt("en", "Write here"),))


def test_a_box_with_lines_has_a_row_for_each_and_is_one_field(build) -> None:
    _, box = blocks(
        build,
        '<label>Why <textarea name="why" rows="3" class="field-ruled" placeholder="x"></textarea></label>',
    )
    assert [row.height for row in box.body] == [8, 8, 8]
    assert [row.together for row in box.body] == [True, True, False]
    assert [row.cells[0].field for row in box.body] == [
        FormField("why", "Why", "lines", (Prompt("en", "x"),)),
        None,
        None,
    ]
    assert [words(block) for row in box.body for block in row.cells[0].blocks] == ["x"]


def test_a_choice_is_its_options_each_behind_a_square(build) -> None:
    source = '<label>Shared <select name="s"><option value="y">{{ yes }}</option><option value="n">No</option></select></label>'
    _, choices = blocks(build, source, "en", "lo")
    assert [each for each in choices.inlines if isinstance(each, CheckBox)] == [
        CheckBox("s", "y", "en"),
        CheckBox("s", "n", "en"),
    ]
    assert words(choices) == "\u00a0Yes ແມ່ນ\u2003\u00a0No"
    options = FieldOption("y", "Yes ແມ່ນ"), FieldOption("n", "No")
    assert choices.choice == FormField("s", "Shared", "choice", (Prompt("en", "Choose one"),), options)


def test_rows_of_a_list_say_which(build) -> None:
    rows = '<tr><td><input type="text" name="step.1.what" title="What"></td></tr>'
    (table,) = blocks(build, f'<table><tbody data-list="step">{rows}</tbody></table>')
    assert [row.entry_of for row in table.body] == ["step"]
    with pytest.raises(LayoutError) as caught:
        blocks(build, f'<table><tbody data-list="a step">{rows}</tbody></table>')
    assert 'data-list="a step" of <tbody>: expected data-list="…" of letters, digits and . _ -' in str(
        caught.value
    )


def test_a_square_stands_before_its_words(build) -> None:
    (line,) = blocks(
        build, '<label><input type="checkbox" name="ok" value="y"> {{ yes }}</label>', "en", "lo"
    )
    assert line.inlines[0] == CheckBox("ok", "y", "en")
    assert words(line) == "\u00a0Yes ແມ່ນ"
    (line,) = blocks(build, '<p><input type="checkbox" name="ok"> A <input type="checkbox" name="no"> B</p>')
    assert [each.name for each in line.inlines if isinstance(each, CheckBox)] == ["ok", "no"]


def test_a_field_alone_in_a_cell_makes_the_cell_the_field(build) -> None:
    source = """<table><thead><tr><th>When</th><th>Who</th></tr></thead><tbody>
<tr><td><input type="date" name="when" placeholder="dd/mm"></td><td style="height: 24mm">me</td></tr>
<tr><td><textarea name="more" rows="2" title="More"></textarea></td><td></td></tr></tbody></table>"""
    (table,) = blocks(build, source)
    first, second = table.body
    assert (first.height, second.height) == (24, 16)
    assert first.cells[0].field == FormField("when", "", "date", (Prompt("en", "dd/mm"),))
    assert words(first.cells[0].blocks[0]) == "dd/mm"
    assert second.cells[0].field == FormField("more", "More", "lines", (Prompt("en", "Write here"),))


def test_a_field_in_several_languages_is_one_field(build) -> None:
    source = '<aside><label>{{ yes }} <input type="text" name="a"></label></aside>'
    (aside,) = blocks(build, source, "en", "lo")
    assert len(aside.blocks) == 2


def test_mistakes_of_forms_have_their_place(build) -> None:
    source = """<label>A <input type="text" name="a"></label>
<label>B <input type="text" name="a"></label>
<label>C <input type="date"></label>
<label>no field</label>
<label><input type="text" name="d"></label>
<p>E <input type="text" name="e"></p>
<label>F <select name="f"></select></label>
<table><tbody><tr><td style="height: 3cm">G</td></tr></tbody></table>
<label>H <textarea name="h" rows="many" class="feild"></textarea></label>"""
    assert problems_of(build, source) == [
        "layouts/test.jinja:3:10: two fields have the name `a`: expected a name of its own",
        'layouts/test.jinja:4:10: name="" of <input>: expected name="…" of letters, digits and . _ -',
        "layouts/test.jinja:5:1: a <label> has one <input>, <select> or <textarea>: found 0",
        "layouts/test.jinja:6:1: a <label> has no words: expected what belongs into its field",
        "layouts/test.jinja:7:6: <input> stands among words: expected it in <label>, or alone in <td>",
        "layouts/test.jinja:8:10: <select> has no <option>",
        'layouts/test.jinja:9:19: style="height: 3cm" of <td>: expected height: 24mm',
        'layouts/test.jinja:10:10: unknown class "feild" of <textarea>: did you mean `field`?',
        'layouts/test.jinja:10:10: rows="many" of <textarea>: expected a whole number from 1 to 1000',
    ]


def test_fields_stand_only_where_they_have_a_label(build) -> None:
    assert problems_of(build, '<input type="text" name="a">\n<h2><input type="checkbox" name="b"></h2>') == [
        "layouts/test.jinja:2:1: <input> cannot stand in <section>: expected <aside>, <figure>, <footer>, <h1>, "
        "<h2>, <h3>, <h4>, <header>, <hr>, <label>, <nav>, <ol>, <p>, <table>, <ul>",
        "layouts/test.jinja:3:5: <input> cannot stand in <h2>: expected <a>, <br>, <data>, <em>, <span>, <strong>, <sup>, <time>",
    ]
