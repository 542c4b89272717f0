"""Charts are elements of the page with its fonts; what a picture must not hold never gets in."""

from __future__ import annotations

import pytest

from planreports.document.nodes import Figure, Picture
from planreports.errors import WritingError
from tests.specimen import FOLDER
from tests.writers.html.reading import Page, page
from tests.writers.trees import AT

CHART = (FOLDER / "images" / "chart.svg").read_bytes()


def figure(data: bytes) -> Figure:
    return Figure(Picture("chart.svg", "svg", data, 320, 150), "A chart", "en", AT)


def drawn(inside: str, attributes: str = "") -> Page:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{inside}</svg>'
    return page(figure(svg.encode()))


def test_a_chart_is_one_picture_whose_words_have_the_fonts_of_the_page() -> None:
    made = page(figure(CHART))
    svg = made.one("svg")
    assert (svg.get("role"), svg.get("aria-label")) == ("img", "A chart")
    assert svg.get("viewbox") == "0 0 320 150"
    assert [each.text for each in made.all("text")] == ["Done", "ກຳລັງດຳເນີນ", "Delayed", "100", "2026"]
    assert made.all("text")[1].get("lang") == "lo"
    fonts = made.fonts()
    assert ord("ຳ") in fonts["Noto Sans Lao", "400", "normal"].getBestCmap()
    assert ord("y") in fonts["Noto Sans", "700", "normal"].getBestCmap()
    assert "font-family" not in made.body


def test_two_pictures_do_not_share_names() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><defs><rect id="a"/></defs><use href="#a"/></svg>'
    made = page(figure(svg), figure(svg))
    assert [each.get("id") for each in made.all("rect")] == ["shape1-a", "shape2-a"]
    assert [each.get("href") for each in made.all("use")] == ["#shape1-a", "#shape2-a"]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onclick="alert(1)"/>',
        '<rect style="fill:url(http://example.org)"/>',
        '<rect fill="url(#a)"/>',
        '<use href="http://example.org/#a"/>',
        '<use xlink:href="data:image/svg+xml,x"/>',
        '<g id="a&quot;&gt;&lt;script&gt;"/>',
        '<a href="javascript:alert(1)"><rect/></a>',
        "<foreignObject><p>x</p></foreignObject>",
        '<image href="http://example.org/a.png"/>',
        '<path d="M0 0&quot;&gt;&lt;script&gt;"/>',
        '<set attributeName="href" to="javascript:alert(1)"/>',
    ],
)
def test_what_could_run_or_lead_out_is_not_copied(inside: str) -> None:
    made = drawn(inside)
    (svg,) = made.all("svg")
    for element in svg.iter():
        assert element.tag in {"svg", "rect", "use", "g", "path"}
        assert set(element.attrib) <= {"class", "role", "aria-label", "viewbox", "font-size", "d"}
    assert "script" not in made.body
    assert "example.org" not in made.body


def test_words_of_a_picture_are_escaped() -> None:
    made = drawn("<text>&lt;b&gt; &amp; </text>")
    assert made.one("text").text == "<b> &"


def test_a_picture_that_is_not_xml_is_refused_with_its_place() -> None:
    with pytest.raises(WritingError) as caught:
        page(figure(b"<svg"))
    assert str(caught.value) == "layouts/test.jinja:3:5: the picture `chart.svg` is not XML"
