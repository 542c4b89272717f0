"""The glossary goes out as TBX and comes back: nothing is lost, and approved words change only when asked for."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from lxml import etree

from planreports.errors import DataError
from planreports.files.resources import resource
from planreports.i18n.glossary import Glossary
from planreports.translation.glossary_files import merge_terms, with_changes
from planreports.translation.sheets.merging import Preference
from planreports.translation.tbx import read_tbx, write_tbx

_CSV = (
    "term,lo,variants,forbidden,part_of_speech,state,source,note\n"
    "health,ສາທາລະນະສຸກ,ສຸຂະພາບ|ອະນາໄມ,ສຸກຂະພາບ,noun,reviewed,Ministry of Health,\"A, with <b>\"\n"
    "trade,ການຄ້າ,,,noun,draft,,\n"
    "plan,ແຜນ,,,verb,official,,As agreed.\n"
)  # fmt: skip


def _glossary() -> Glossary:
    return Glossary.parse(_CSV, "glossary.csv")


def _received(data: bytes) -> Glossary:
    return read_tbx(data, "x.tbx", "lo")


@pytest.mark.parametrize("glossary", [_glossary(), Glossary.read(resource("locales", "glossary.csv"))])
def test_every_column_comes_back(glossary: Glossary) -> None:
    assert _received(write_tbx(glossary, "lo")) == glossary


def test_the_shipped_file_is_written_as_it_is_read() -> None:
    text = resource("locales", "glossary.csv").read_text("utf-8")
    assert with_changes(text, []) == text


def test_translate_toolkit_reads_terms_and_what_is_forbidden() -> None:
    from translate.storage.tbx import tbxfile

    store = tbxfile.parsestring(write_tbx(_glossary(), "lo"), "en", "lo")
    assert (store.units[0].source, store.units[0].target) == ("health", "ສາທາລະນະສຸກ")
    terms = store.units[0].get_target_terms("lo")
    assert [(each.text, each.deprecated) for each in terms] == [
        ("ສາທາລະນະສຸກ", False), ("ສຸຂະພາບ", False), ("ອະນາໄມ", False), ("ສຸກຂະພາບ", True),
    ]  # fmt: skip


def test_the_form_of_2019_is_read_too() -> None:
    data = """<?xml version="1.0" encoding="UTF-8"?>
<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="c1"><langSec xml:lang="en"><termSec><term>health</term></termSec></langSec>
<langSec xml:lang="lo-LA"><termSec><term>ສາທາລະນະສຸກ</term></termSec></langSec></conceptEntry>
</body></text></tbx>"""
    (term,) = _received(data.encode()).entries
    assert (term.term, term.words, term.state) == ("health", "ສາທາລະນະສຸກ", "draft")


def test_terms_that_a_file_does_not_name_stay_and_new_ones_come_last() -> None:
    received = Glossary(
        (
            replace(_glossary().entries[1], words="ການຄ້າຂາຍ", part_of_speech=""),
            replace(_glossary().entries[1], term="visit", words="ການຢ້ຽມຢາມ"),
        )
    )
    merge = merge_terms(_glossary(), received, "x.tbx", None)
    assert [str(each) for each in merge.changes] == [
        "trade: words: ການຄ້າ → ການຄ້າຂາຍ",
        "visit: new, ການຢ້ຽມຢາມ",
    ]
    assert with_changes(_CSV, merge.changes) == (
        _CSV.replace("ການຄ້າ,", "ການຄ້າຂາຍ,") + "visit,ການຢ້ຽມຢາມ,,,noun,draft,,\n"
    )


def test_approved_words_change_only_where_the_file_is_preferred() -> None:
    received = Glossary((replace(_glossary().entries[2], words="ແຜນການ"),))
    told = merge_terms(_glossary(), received, "x.tbx", None)
    assert list(map(str, told.problems)) == ["x.tbx: approved words would change: plan: words: ແຜນ → ແຜນການ"]
    assert merge_terms(_glossary(), received, "x.tbx", Preference.CATALOG).changes == ()
    preferred = merge_terms(_glossary(), received, "x.tbx", Preference.SHEET)
    assert (len(preferred.changes), preferred.problems) == (1, ())


def test_words_that_a_glossary_cannot_hold_are_told() -> None:
    trade = _glossary().entries[1]
    received = Glossary((replace(trade, words="ນໍ\u0eb2"), replace(trade, term="a", variants=("x|y",))))
    assert list(map(str, merge_terms(_glossary(), received, "x.tbx", None).problems)) == [
        "x.tbx: `trade`: ຳ is written as two characters, U+0ECD U+0EB2: write U+0EB3",
        "x.tbx: `a`: a word holds `|`, which parts words",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<html/>", "x.tbx:1: this is not TBX: its root is <html>: expected <martif> or <tbx>"),
        (b"<martif><text/></martif>", "x.tbx: the file has no term in English and `lo`"),
        (
            b"<martif>",
            "x.tbx:1:9: this is not XML: Premature end of data in tag martif line 1, line 1, column 9",
        ),
        (
            b'<!DOCTYPE martif [<!ENTITY e "x">]><martif/>',
            "x.tbx: the file declares entities: save it without a document type",
        ),
    ],
)
def test_other_files_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(DataError) as error:
        _received(data)
    assert str(error.value) == message


def test_a_document_type_that_names_a_definition_elsewhere_is_passed_over() -> None:
    data = write_tbx(_glossary(), "lo").replace(
        b"<martif", b'<!DOCTYPE martif SYSTEM "http://localhost/TBXcoreStructV02.dtd">\n<martif', 1
    )
    assert _received(data) == _glossary()


def test_a_term_that_stands_twice_is_told() -> None:
    root = etree.fromstring(write_tbx(_glossary(), "lo"))
    entry = next(root.iter("termEntry"))
    entry.addnext(etree.parse(io.BytesIO(etree.tostring(entry))).getroot())
    with pytest.raises(DataError) as error:
        _received(etree.tostring(root))
    assert str(error.value) == "x.tbx: the term `health` stands twice"
