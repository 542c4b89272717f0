"""Dates, numbers and amounts are written as Lao documents write them, and are read back."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planreports import lao
from planreports.errors import DataError
from planreports.i18n.partial_date import PartialDate

DATES = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2399, 12, 31))


@pytest.mark.parametrize(
    ("words", "notation"),
    [
        ("5 ມີນາ 2026", "2026-03-05"),
        ("ວັນທີ 21 ທັນວາ 2011", "2011-12-21"),
        ("ວັນທີ 5 ເດືອນ ມີນາ ປີ 2026", "2026-03-05"),
        ("ວັນທີ ໕ ເດືອນມີນາ ປີ ໒໐໒໖", "2026-03-05"),
        ("ວັນພະຫັດ ທີ 22 ຕຸລາ 2026", "2026-10-22"),
        ("05/03/2026", "2026-03-05"),
        ("໕/໓/໒໐໒໖", "2026-03-05"),
        ("5-3-2026", "2026-03-05"),
        ("05.03.2026", "2026-03-05"),
        ("2026-03-05", "2026-03-05"),
        ("ເດືອນສິງຫາ 2020", "2020-08"),
        ("ສິງຫາ 2020", "2020-08"),
        ("ປີ 2030", "2030"),
        (" ວັນທີ 1 ສິງຫາ ຄ.ສ. 2020 ", "2020-08-01"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(words: str, notation: str) -> None:
    assert lao.parse_date(words) == notation


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "ວັນທີ 5 ມີນາ 2569",
            "2569 is a year of the Buddhist era: write 2026, the year of the common era",
        ),
        ("5 ມີນາ ພ.ສ. 2569", "2569 is a year of the Buddhist era: write 2026, the year of the common era"),
        (
            "05/03/26",
            "the year `26` is not of four digits: expected a date such as 5 ມີນາ 2026, 05/03/2026, ມີນາ 2026",
        ),
        (
            "30 ກຸມພາ 2026",
            "there is no day 30/2/2026: expected a date such as 5 ມີນາ 2026, 05/03/2026, ມີນາ 2026",
        ),
        (
            "03/15/2026",
            "there is no day 3/15/2026: expected a date such as 5 ມີນາ 2026, 05/03/2026, ມີນາ 2026",
        ),
        ("ວັນຈັນ ທີ 22 ຕຸລາ 2026", "22 ຕຸລາ 2026 is no ວັນຈັນ: expected ວັນພະຫັດ ທີ 22 ຕຸລາ 2026"),
        ("ມື້ອື່ນ", "`ມື້ອື່ນ` is not a date: expected a date such as 5 ມີນາ 2026, 05/03/2026, ມີນາ 2026"),
        ("2026", "`2026` is not a date: expected a date such as 5 ມີນາ 2026, 05/03/2026, ມີນາ 2026"),
        ("", "`` is not a date: expected a date such as 5 ມີນາ 2026, 05/03/2026, ມີນາ 2026"),
    ],
)
def test_what_is_no_date_or_could_be_two_is_told(words: str, message: str) -> None:
    with pytest.raises(DataError) as error:
        lao.parse_date(words)
    assert str(error.value) == message


def test_dates_are_found_in_a_text_at_their_places() -> None:
    text = "ລົງນາມ ວັນທີ ໙ ກໍລະກົດ ໒໐໒໐, ປີ 2021-2025; 30 ກຸມພາ 2026; ເລກທີ 330; ໃນເດືອນມີນາ 2020."
    found = [(text[each.start : each.end], each.notation) for each in lao.dates_in(text)]
    assert found == [("ວັນທີ ໙ ກໍລະກົດ ໒໐໒໐", "2020-07-09"), ("ເດືອນມີນາ 2020", "2020-03")]


@given(DATES)
def test_a_date_is_read_back_from_every_way_to_write_it(date: datetime.date) -> None:
    for words in (lao.long_date(date), lao.dated(date), lao.weekday_date(date), f"{date:%d/%m/%Y}"):
        assert lao.parse_date(words) == date.isoformat()
        assert lao.parse_date(lao.lao_digits(words)) == date.isoformat()


@given(st.text() | st.text(st.sampled_from("໐໑012/-. ວັນທີມີນາປເດຄພສ")))
def test_any_text_is_a_date_or_an_error_that_says_so(text: str) -> None:
    try:
        notation = lao.parse_date(text)
    except DataError:
        return
    assert PartialDate.parse(notation).value == notation


@given(st.text())
def test_lao_digits_and_arabic_ones_are_each_others(text: str) -> None:
    assert lao.arabic_digits(lao.lao_digits(text)) == lao.arabic_digits(text)


@given(st.integers(min_value=1, max_value=10_000))
def test_an_ordinal_is_read_back(number: int) -> None:
    assert lao.parse_ordinal(lao.ordinal(number)) == number
    assert lao.parse_ordinal(lao.lao_digits(f"ຄັ້ງ{lao.ordinal(number)}")) == number


@pytest.mark.parametrize(("words", "number"), [("ຊຸດທີ XIV", 14), ("ທີສິບ", 10), ("ສະບັບທຳອິດ", 1), ("ທີ", None)])
def test_ordinals_are_read_in_any_numerals(words: str, number: int | None) -> None:
    assert lao.parse_ordinal(words) == number


@pytest.mark.parametrize(
    ("amount", "code", "words"),
    [
        (Decimal("850000.4"), "LAK", "850.000 ກີບ"),
        (Decimal("-2.5"), "USD", "-2,50 ໂດລາສະຫະລັດ"),
        (1_500_000_000, "JPY", "1.500.000.000 ເຢນ"),
        (Decimal("0.00"), "EUR", "0 ຢູໂຣ"),
        (3, "XXQ", "3 XXQ"),
    ],
)
def test_an_amount_has_the_name_of_its_currency(amount: Decimal | int, code: str, words: str) -> None:
    assert lao.currency(amount, code) == words
