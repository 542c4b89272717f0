"""A third language is a folder and a font: Japanese beside English and Lao, in every format, without any code."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pytest
from lxml import etree

import planreports
from planreports.workspace.example import make_workspace
from planreports.workspace.workspace import Workspace

WORDS = {
    "Status": "状況",
    "Commitment": "公約",
    "Lead agency": "主管機関",
    "On track": "順調に進行中",
    "Participants": "参加者",
    "Next step": "次の段階",
    "Due": "期限",
    "(continued)": "（続き）",
    "not translated yet": "未翻訳",
    "{good} of {total} on track or completed": "{total}件中{good}件が順調または完了",
}
STATEMENT = (
    "双方は、電力部門における持続可能な開発を達成するため、制度的能力を強化することを目的とした電力部門計画の下で"
    "実施中の能力開発活動（「ご協力」、研修など）を支援することを改めて確認した。"
)
NEVER_FIRST = "、。）」ょゃっー"
NEVER_LAST = "（「"
ALL = ("en", "lo", "ja")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _po(messages: dict[tuple[str | None, str], str]) -> str:
    def entry(context: str | None, source: str, words: str) -> str:
        return (f'msgctxt "{context}"\n' if context else "") + f'msgid "{source}"\nmsgstr "{words}"\n'

    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    return "\n".join([head, *(entry(*key, words) for key, words in messages.items())])


@cache
def workspace() -> Workspace:
    with TemporaryDirectory() as name:
        folder = Path(name) / "office"
        make_workspace(folder)
        catalogs = folder / "locales" / "ja" / "LC_MESSAGES"
        catalogs.mkdir(parents=True)
        interface = {(None, source): words for source, words in WORDS.items()}
        (catalogs / "planreports.po").write_text(_po(interface), "utf-8")
        plan = {
            ("party:japan", "Japan"): "日本",
            ("3.1.2b", str(planreports.load_plan()["3.1.2b"].text)): STATEMENT,  # type: ignore[union-attr]
        }
        (catalogs / "plan.po").write_text(_po(plan), "utf-8")
        style = folder / "style.toml"
        style.write_text(style.read_text("utf-8") + '\n[fonts.scripts]\nJpan = "Noto Sans CJK JP"\n', "utf-8")
        return planreports.open_workspace(folder)


@cache
def matrix(format_: str, languages: tuple[str, ...] = ALL) -> bytes:
    return planreports.render(workspace(), "matrix", section=["3.1"], languages=languages, format=format_)


@cache
def brief(format_: str, arrangement: str = "side-by-side") -> bytes:
    return planreports.render(
        workspace(), "brief", meeting="2026-som6", languages=ALL, format=format_, arrangement=arrangement
    )


def pages(file: bytes) -> list[str]:
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range() for page in document]


def letters(text: str) -> str:
    return "".join(text.split())


def test_a_table_of_three_languages_has_three_columns_of_each_text_in_pdf() -> None:
    text = letters("".join(pages(matrix("pdf"))))
    english = letters(str(workspace().plan["3.1.2b"].text))  # type: ignore[union-attr]
    assert STATEMENT in text
    assert english in text
    lead = workspace().catalogs.text("Lead agency")
    assert letters("".join(lead.translation(language).text for language in ALL)) in text


def test_the_languages_of_a_statement_stand_side_by_side() -> None:
    statement = workspace().plan["3.1.2b"].text  # type: ignore[union-attr]
    beginnings = [statement.translation(language).text[:6] for language in ALL]
    assert [STATEMENT[:6]] == beginnings[2:]
    with pypdfium2.PdfDocument(matrix("pdf")) as document:
        texts = [page.get_textpage() for page in document]
        (page,) = (each for each in texts if STATEMENT[:6] in each.get_text_range())
        whole = page.get_text_range()
        last = whole.index(STATEMENT[:6])
        places = [whole.rindex(words, 0, last + 6) for words in beginnings]
        left = [page.get_charbox(place)[0] for place in places]
    assert left == sorted(left)
    assert left[2] - left[1] == pytest.approx(left[1] - left[0], abs=15)


def test_japanese_lines_end_where_japanese_lines_may() -> None:
    (page,) = (text for text in pages(matrix("pdf", ("ja",))) if "双方は" in text)
    lines = page[page.index("双方は") :].splitlines()
    own = [
        line.strip() for line in lines[: next(n for n, line in enumerate(lines) if "確認した。" in line) + 1]
    ]
    assert len(own) > 2
    assert not [line for line in own if line[0] in NEVER_FIRST or line[-1] in NEVER_LAST]


def test_dates_and_names_of_languages_are_as_cldr_has_them() -> None:
    text = letters("".join(pages(brief("pdf"))))
    assert "2026年10月22日木曜日" in text
    assert "The Japanese text is an unofficial draft" in " ".join(pages(brief("pdf"))[0].split())


@pytest.mark.parametrize("arrangement", ["side-by-side", "stacked"])
def test_a_brief_in_three_languages_has_them_all_in_pdf(arrangement: str) -> None:
    text = letters("".join(pages(brief("pdf", arrangement))))
    for words in ("Participants", "参加者", STATEMENT, "順調に進行中"):
        assert letters(words) in text, words


def test_word_has_japanese_as_east_asian_text() -> None:
    with zipfile.ZipFile(io.BytesIO(brief("docx"))) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    runs = [run for run in document.iter(f"{WORD}r") if re.search("[ぁ-ん一-龥]", "".join(run.itertext()))]
    assert STATEMENT in ["".join(run.itertext()) for run in runs]
    for run in runs:
        look = run.find(f"{WORD}rPr")
        fonts, language = look.find(f"{WORD}rFonts"), look.find(f"{WORD}lang")
        assert (fonts.get(f"{WORD}eastAsia"), fonts.get(f"{WORD}hint")) == ("Noto Sans CJK JP", "eastAsia")
        assert language.get(f"{WORD}eastAsia") == "ja-JP"


def test_html_marks_japanese_and_holds_its_letters() -> None:
    page = brief("html").decode("utf-8")
    assert re.search(rf'lang="ja"[^>]*>(?:<[^>]+>)*{STATEMENT[:8]}', page)
    assert page.count("@font-face") > matrix("html", ("en",)).decode("utf-8").count("@font-face")


def test_what_is_missing_is_english_and_says_so_in_japanese() -> None:
    text = letters("".join(pages(matrix("pdf", ("ja",)))))
    assert "[未翻訳]" in text
    assert "主管機関" in text
