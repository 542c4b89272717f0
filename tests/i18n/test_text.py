"""Texts in several languages, dates in their own precision, and text as it is compared."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planreports.i18n import formats
from planreports.i18n.partial_date import PartialDate
from planreports.i18n.text import RichText, Text, TranslationState, joined


def test_a_missing_translation_is_the_source_marked_as_missing() -> None:
    translation = Text.of("Status").translation("lo")
    assert (translation.text, translation.language, translation.state) == (
        "Status",
        "en",
        TranslationState.MISSING,
    )


def test_words_in_lao_only_are_their_own_source() -> None:
    text = Text.from_mapping({"lo": "ສະຖານະ"})
    assert text.translation("lo").state is TranslationState.OFFICIAL
    assert text.translation("en").language == "lo"
    assert text.translation("en").state is TranslationState.MISSING


def test_a_filled_message_is_as_good_as_the_worst_of_its_parts() -> None:
    message = Text.of("{party} side").translated("lo", "ຝ່າຍ{party}", TranslationState.REVIEWED)
    party = Text.of("Lao").translated("lo", "ລາວ", TranslationState.DRAFT)
    filled = message.format(party=party)
    assert str(filled) == "Lao side"
    assert filled.translation("lo").text == "ຝ່າຍລາວ"
    assert filled.translation("lo").state is TranslationState.DRAFT


def test_a_third_language_needs_no_code() -> None:
    text = Text.of("Status").translated("ja", "状況", TranslationState.OFFICIAL)
    assert joined(" ", [text, text], ["ja"]).translation("ja").text == "状況 状況"


def test_rich_texts_stay_rich_when_translated() -> None:
    assert isinstance(RichText.of("*a*").translated("lo", "*ກ*", TranslationState.DRAFT), RichText)


def test_dates_are_written_as_each_language_writes_them() -> None:
    date = datetime.date(2026, 3, 5)
    assert formats.long_date(date, "en") == "5 March 2026"
    assert formats.long_date(date, "lo") == "5 ມີນາ 2026"
    assert formats.weekday_date(date, "lo") == "ວັນພະຫັດ ທີ 5 ມີນາ 2026"
    assert formats.long_date(date, "ja") == "2026年3月5日"
    assert formats.long_date(date, "xx") == "2026-03-05"


@pytest.mark.parametrize("value", ["2020-13", "2020-02-30", "soon", "2025/2021", "20", "2020-1"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is not a date|must be in|ends before|day"):
        PartialDate.parse(value)


@given(
    st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31)),
    st.sampled_from([4, 7, 10]),
)
def test_a_partial_date_is_written_as_it_was_read_and_spans_its_day(day: datetime.date, length: int) -> None:
    date = PartialDate.parse(day.isoformat()[:length])
    assert str(date) == day.isoformat()[:length]
    assert date.earliest <= day <= date.latest


def test_placeholders_are_names_and_reach_into_nothing() -> None:
    text = Text.of("{n} {n.__class__} {n:>1000000000} {0} {").format(n=1)
    assert str(text) == "1 {n.__class__} {n:>1000000000} {0} {"
