"""Catalogs that keep up with their source: nothing that was translated is lost, nothing else is touched."""

from __future__ import annotations

import polib
import pytest

from planreports.translation.source_messages import SourceMessage, template
from planreports.translation.updating import Update, updated

HEADER = 'msgid ""\nmsgstr ""\n"Language: lo\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
LONG = "The two sides reviewed the progress of this year."


def update(catalog: str, *messages: SourceMessage) -> Update:
    return updated(HEADER + catalog, template(messages))


def entries(made: Update) -> list[polib.POEntry]:
    return list(polib.pofile(made.text))


def say(words: str, context: str | None = None, line: int = 1) -> SourceMessage:
    return SourceMessage(words, "a.yaml", line, context)


CATALOG = """\
# state: official
#: a.yaml:1
msgctxt "1.1.1a"
msgid "Both sides welcomed it."
msgstr "ສອງຝ່າຍ"
"ຍິນດີ"

#: a.yaml:1
#, fuzzy
msgid "Status"
msgstr "ສະຖານະ"
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_catalog_that_is_up_to_date_stays_byte_for_byte_as_it_is(end: str) -> None:
    catalog = (HEADER + CATALOG).replace("\n", end)
    made = updated(catalog, template([say("Both sides welcomed it.", "1.1.1a"), say("Status")]))
    assert made == Update(catalog)


def test_a_new_place_changes_that_message_only() -> None:
    made = update(CATALOG, say("Both sides welcomed it.", "1.1.1a"), say("Status", line=2))
    assert made.text == HEADER + CATALOG.replace("#: a.yaml:1\n#, fuzzy", "#: a.yaml:2\n#, fuzzy")


def test_a_changed_statement_keeps_its_words_as_a_draft_with_the_english_that_they_translate() -> None:
    made = update(CATALOG, say("They praised all of that.", "1.1.1a"), say("Status"))
    assert made.changed == ("1.1.1a",)
    assert made.text == HEADER + CATALOG.replace(
        '# state: official\n#: a.yaml:1\nmsgctxt "1.1.1a"\nmsgid "Both sides welcomed it."\n'
        'msgstr "ສອງຝ່າຍ"\n"ຍິນດີ"\n',
        '# formerly: official\n#: a.yaml:1\n#, fuzzy\n#| msgctxt "1.1.1a"\n#| msgid "Both sides welcomed it."\n'
        'msgctxt "1.1.1a"\nmsgid "They praised all of that."\nmsgstr "ສອງຝ່າຍຍິນດີ"\n',
    )


def test_the_english_that_was_translated_is_remembered_over_several_changes() -> None:
    first = update(CATALOG, say("Both sides welcomed that.", "1.1.1a"))
    second = updated(first.text, template([say("Both sides praised that.", "1.1.1a")]))
    assert entries(second)[0].previous_msgid == "Both sides welcomed it."
    back = updated(second.text, template([say("Both sides welcomed it.", "1.1.1a")]))
    assert (entries(back)[0].previous_msgid, entries(back)[0].fuzzy) == (None, True)
    assert entries(back)[0].tcomment == "formerly: official"


def test_a_message_without_a_context_is_known_by_its_likeness() -> None:
    made = update(f'msgid "{LONG}"\nmsgstr "ກ"\n', say(LONG.replace("this year", "last year")), say("Review"))
    changed, new = entries(made)
    assert (changed.msgstr, changed.fuzzy, changed.previous_msgid) == ("ກ", True, LONG)
    assert (new.msgstr, new.fuzzy) == ("", False)


def test_no_translation_becomes_that_of_two_messages() -> None:
    made = update(f'msgid "{LONG}"\nmsgstr "ກ"\n', say(LONG + " Again."), say(LONG + "!"))
    assert [(entry.msgid[-1], entry.msgstr) for entry in entries(made)] == [(".", ""), ("!", "ກ")]


def test_words_that_only_stand_elsewhere_keep_their_state() -> None:
    made = update(CATALOG, say("Both sides welcomed it.", "1.1.2a"), say("Status"))
    moved = entries(made)[0]
    assert (moved.msgctxt, moved.fuzzy, moved.tcomment, moved.previous_msgid) == (
        "1.1.2a",
        False,
        "state: official",
        None,
    )


def test_what_stands_in_the_same_position_is_not_taken_for_changed_words_unless_it_is_alike() -> None:
    old = 'msgctxt "m.yaml:say[1]"\nmsgid "Thank them for the visit in May."\nmsgstr "ກ"\n'
    other = update(old, say("Ask about the dam.", "m.yaml:say[1]"))
    assert (entries(other)[0].msgstr, other.removed) == ("", ("m.yaml:say[1]",))
    alike = update(old, say("Thank them for the call in June.", "m.yaml:say[1]"))
    assert (entries(alike)[0].msgstr, entries(alike)[0].fuzzy) == ("ກ", True)


def test_points_that_move_down_a_list_take_their_translations_with_them() -> None:
    old = "".join(
        f'msgctxt "m.yaml:say[{number}]"\nmsgid "Point {word}"\nmsgstr "{word}"\n\n'
        for number, word in ((1, "one"), (2, "two"))
    )
    words = ("Point zero", "Point one", "Point two")
    made = update(old, *(say(each, f"m.yaml:say[{number}]") for number, each in enumerate(words, 1)))
    assert [(entry.msgstr, entry.fuzzy) for entry in entries(made)] == [
        ("", False),
        ("one", False),
        ("two", False),
    ]


def test_what_is_gone_becomes_obsolete_and_comes_back() -> None:
    gone = update(CATALOG, say("Status"))
    assert gone.removed == ("1.1.1a",)
    assert gone.text.endswith(
        '# state: official\n#~ msgctxt "1.1.1a"\n#~ msgid "Both sides welcomed it."\n#~ msgstr "ສອງຝ່າຍຍິນດີ"\n'
    )
    assert updated(gone.text, template([say("Status")])) == Update(gone.text)
    back = updated(gone.text, template([say("Both sides welcomed it.", "1.1.1a"), say("Status")]))
    assert back.text == HEADER + CATALOG.replace('"ສອງຝ່າຍ"\n"ຍິນດີ"', '"ສອງຝ່າຍຍິນດີ"')
    assert back.added == ("1.1.1a",)


def test_a_draft_that_is_gone_and_comes_back_remembers_what_it_translates() -> None:
    changed = update(CATALOG, say("They praised all of that.", "1.1.1a"))
    gone = updated(changed.text, template([]))
    assert '#~| msgid "Both sides welcomed it."\n' in gone.text
    back = updated(gone.text, template([say("They praised all of that.", "1.1.1a")]))
    assert entries(back)[0].previous_msgid == "Both sides welcomed it."


def test_what_was_never_translated_is_not_kept() -> None:
    made = update('msgid "A"\nmsgstr ""\n')
    assert made.text.rstrip() == HEADER.rstrip()


def test_a_program_that_marked_words_as_a_draft_takes_their_approval_too() -> None:
    body = '# reviewed: 2026-05-04 by N. Souk\n# state: official\n#: a.yaml:1\n#, fuzzy\nmsgid "Status"\nmsgstr "ກ"\n'
    assert (
        entries(update(body, say("Status")))[0].tcomment
        == "formerly: official, reviewed 2026-05-04 by N. Souk"
    )


def test_new_messages_look_like_those_that_a_narrower_tool_wrote() -> None:
    narrow = 'msgid "A"\nmsgstr ""\n"' + "ກ " * 39 + '"\n"ຂ"\n'
    made = update(narrow, say("A"), say("word " * 30))
    assert max(map(len, made.text.splitlines())) <= 80
