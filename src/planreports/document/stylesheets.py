"""Stylesheets' TOML files become styles whose names all lead somewhere.

A house style says only what differs from the shipped one: it is laid over it, and both are judged as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from planreports.document.styles import PageStyle, Stylesheet
from planreports.errors import Problem, did_you_mean, nearest
from planreports.files.layered import layered
from planreports.files.source import Source, ValuePath
from planreports.files.toml_source import read_toml
from planreports.files.validation import Problems, validated
from planreports.i18n.languages import known_scripts
from planreports.told import told

REQUIRED_PARAGRAPHS = (
    "body", "heading-1", "heading-2", "heading-3", "heading-4", "title-translation",
    "table-head", "table-body", "notice", "running", "continued", "watermark", "caption", "footnote",
    "field-answer",
)  # fmt: skip
"""Paragraph styles that the program itself asks for."""

REQUIRED_INLINES = ("link", "missing", "prompt", "separator", "superscript")
"""Inline styles that the program itself asks for."""

_PREFIXES = {"paragraph": "", "inline": "inline", "table": "table"}
"""What stands before a style's name in Word, by the table it is in."""

_WORDS_OWN = re.compile(
    "normal|header|footer|title|figure|bodytext|listparagraph|list(bullet|number|continue)[0-9]?|footnotetext"
    "|footnotereference|heading.*|toc[0-9]|tablegap|tablenormal|horizontalrule|hyperlink|strong|emphasis"
    "|strongemphasis|defaultparagraphfont"
)
"""Ids, small and without hyphens, of styles that Word or its writer has beside the stylesheet's."""

_LEAST_ROOM = 60
"""How wide and how high the text area must be at least, in millimetres."""

_NAMED = ("paragraph", "inline", "table", "row", "cell", "aside", "colours")
"""The tables whose keys are names that other styles and layouts use."""


@lru_cache(maxsize=8)
def load_stylesheet(path: Path) -> Stylesheet:
    """Return the stylesheet of a file.

    Raises DataError with every unknown key, wrong value, missing style, and name of a colour or style
    that is not there; each with file, line and column.
    """
    return _checked(read_toml(path))


def load_house_style(shipped: Path, own: Source, layouts: str, languages: Collection[str]) -> Stylesheet:
    """Return a house style, laid over the shipped stylesheet.

    `layouts` are the sources of the house's own layouts, which may use names that only it has; `languages`
    are those that documents can be in.

    Raises DataError as `load_stylesheet` does, for a language or script that no document has, and for a
    name that is new, used by nothing, and nearly that of a shipped style or colour.
    """
    lower = read_toml(shipped)
    problems = Problems()
    problems.found += [*_mistyped_names(lower, own, layouts), *_unknown_keys(own.value, own, languages)]
    with problems.collecting():
        stylesheet = _checked(layered(lower, own))
    problems.raise_if_any()
    return stylesheet


def _checked(source: Source) -> Stylesheet:
    problems = Problems()
    problems.found += [*_missing_styles(source), *_dangling_names(source), *_alike_names(source)]
    with problems.collecting():
        stylesheet = validated(Stylesheet, source)
        problems.found += _cramped_page(stylesheet.page, source)
    problems.raise_if_any()
    return stylesheet


def _missing_styles(source: Source) -> Iterator[Problem]:
    required = {
        "paragraph": REQUIRED_PARAGRAPHS,
        "inline": REQUIRED_INLINES,
        "table": ("plain",),
        "aside": ("notice",),
    }
    for kind, names in required.items():
        for name in names:
            if name not in _table(source, kind):
                yield source.problem(
                    (kind,), told("the {kind} style `{name}` is missing", kind=kind, name=name)
                )


def _cramped_page(page: PageStyle, source: Source) -> Iterator[Problem]:
    """Yield a problem for margins that leave hardly any room for text, on an upright page or a turned one."""
    margins = page.margins
    short = min(page.width_mm, page.height_mm)
    room = short - max(margins.left + margins.right, margins.top + margins.bottom)
    if room < _LEAST_ROOM:
        message = told(
            "the margins leave {room} mm of {short} for text", room=f"{room:g}", short=f"{short:g}"
        )
        yield source.problem(
            ("page", "margins"), message, told("expected at least {least} mm", least=_LEAST_ROOM)
        )


def _dangling_names(source: Source) -> Iterator[Problem]:
    """Yield a problem for every name of a colour, paragraph or inline style that is not defined."""
    colours, paragraphs = _table(source, "colours"), _table(source, "paragraph")
    known: dict[str, Collection[str]] = {
        "colour": colours,
        "fill": colours,
        "hatch": colours,
        "paragraph": paragraphs,
        "head": paragraphs,
        "body": paragraphs,
        "row_head": paragraphs,
        "translation": _table(source, "inline"),
    }
    for path, key, value in _named_values(source.value):
        if key in known and value not in known[key] and path[0] != "colours":
            yield source.problem(
                path,
                told("unknown {noun} {found}", noun=key, found=f"`{value}`"),
                did_you_mean(value, known[key]),
            )


def _named_values(value: object, path: ValuePath = ()) -> Iterator[tuple[ValuePath, str, str]]:
    """Yield the path, last key and value of every string in nested tables."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str):
                yield (*path, key), key, inner
            else:
                yield from _named_values(inner, (*path, key))


def _alike_names(source: Source) -> Iterator[Problem]:
    """Yield a problem for names that would be one in Word, whose ids of styles have no hyphens."""
    for kind in _NAMED[:-1]:
        seen: dict[str, str] = {}
        for name in _table(source, kind):
            first = seen.setdefault(name.replace("-", ""), name)
            if first != name:
                message = told(
                    "the names `{first}` and `{name}` differ in hyphens only", first=first, name=name
                )
                yield source.problem((kind, name), message, told("choose another name"), at_key=True)
            elif kind in _PREFIXES and _is_words_own(kind, name, source):
                message = told(
                    "the {kind} style `{name}` has a name that Word keeps for another style",
                    kind=kind,
                    name=name,
                )
                yield source.problem((kind, name), message, told("choose another name"), at_key=True)


def _is_words_own(kind: str, name: str, source: Source) -> bool:
    """Return whether a style's name is, in Word, that of a style of its own or of another kind."""
    id_ = _PREFIXES[kind] + name.replace("-", "")
    others = {
        prefix + each.replace("-", "")
        for other, prefix in _PREFIXES.items()
        if prefix and other != kind
        for each in _table(source, other)
    }
    return id_ in others or (_WORDS_OWN.fullmatch(id_) is not None and name not in REQUIRED_PARAGRAPHS)


def _mistyped_names(lower: Source, own: Source, layouts: str) -> Iterator[Problem]:
    """Yield a problem for every new name that nothing uses and that is nearly a shipped one."""
    used = {value for _, _, value in _named_values(own.value)}
    for kind in _NAMED:
        shipped, names = _table(lower, kind), _table(own, kind)
        for name in names:
            if name in shipped or name in used or name in layouts:
                continue
            if match := nearest(name, shipped, cutoff=0.75):
                what = kind.removesuffix("s") if kind == "colours" else f"{kind} style"
                message = told("nothing uses the {what} `{name}`", what=what, name=name)
                yield own.problem(
                    (kind, name), message, told("did you mean `{word}`?", word=match), at_key=True
                )


def _unknown_keys(
    value: object, source: Source, languages: Collection[str], path: ValuePath = ()
) -> Iterator[Problem]:
    """Yield a problem for every language and every script that no document has."""
    known = {"language": languages, "variants": languages, "scripts": known_scripts()}
    for key, inner in value.items() if isinstance(value, Mapping) else ():
        what = path[-1] if path else None
        if what in known and key not in known[str(what)]:
            words = (
                told("unknown script `{script}`", script=key)
                if what == "scripts"
                else told("unknown language `{code}`", code=key)
            )
            yield source.problem((*path, key), words, did_you_mean(key, known[str(what)]), at_key=True)
        yield from _unknown_keys(inner, source, languages, (*path, key))


def _table(source: Source, kind: str) -> Mapping[str, object]:
    value = source.value
    table = value.get(kind) if isinstance(value, Mapping) else None
    return table if isinstance(table, Mapping) else {}
