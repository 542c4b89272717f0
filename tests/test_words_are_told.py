"""No word that people read is out of a catalog's reach: the code itself is read.

`Problem` takes messages only, and mypy says where it is given something else. What prints, and what click is
given, is read here, and so is every message: extraction and translators rely on its form.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import planreports

PACKAGE = Path(planreports.__file__).parent
TREES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}

SAID_BY = {
    "told",
    "counted",
    "as_it_is",
    "either",
    "both",
    "listed",
    "did_you_mean",
    "in_words",
    "spoken",
    "template",
    "problem",
}
"""What makes a message, or says it."""

GIVEN_WORDS = {
    "echo": (0,),
    "secho": (0,),
    "confirm": (0,),
    "prompt": (0,),
    "UsageError": (0,),
    "BadParameter": (0,),
    "ClickException": (0,),
    "PlanReportsError": (0,),
    "Problem": (0, 4),
}
"""Calls that take words for people, and where."""

ALLOWED = {
    # commands and what they are given are the same in every language
    "planreports brief 2026-som6 -w ",
}


def place(path: Path, node: ast.expr) -> str:
    return f"{path.relative_to(PACKAGE).as_posix()}:{node.lineno}"


def name_of(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def calls() -> Iterator[tuple[Path, ast.Call]]:
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                yield path, node


def words_in(expression: ast.AST) -> Iterator[ast.Constant]:
    """Yield the literal words of an expression that no message has."""
    if isinstance(expression, ast.Call) and name_of(expression) in SAID_BY:
        return
    if isinstance(expression, ast.Subscript | ast.Compare):
        return
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        if re.search(r"[^\W\d_]{2}", expression.value):
            yield expression
        return
    for inner in ast.iter_child_nodes(expression):
        yield from words_in(inner)


def test_words_that_are_printed_are_messages() -> None:
    plain = [
        f"{place(path, words)}: {words.value!r}"
        for path, call in calls()
        for number in GIVEN_WORDS.get(name_of(call), ())
        if number < len(call.args)
        for words in words_in(call.args[number])
        if not any(allowed in words.value for allowed in ALLOWED)
    ]
    assert plain == []


def test_hints_and_descriptions_are_messages() -> None:
    plain = [
        f"{place(path, words)}: {words.value!r}"
        for path, call in calls()
        for keyword in call.keywords
        if (keyword.arg == "hint" and "writers" not in path.parts)
        or (keyword.arg == "description" and name_of(call) == "Field")
        for words in words_in(keyword.value)
    ]
    assert plain == []


def test_help_is_one_string_or_a_message() -> None:
    made_up = [
        f"{place(path, call)}: {ast.unparse(keyword.value)}"
        for path, call in calls()
        for keyword in call.keywords
        if keyword.arg == "help" and path.is_relative_to(PACKAGE / "cli")
        if isinstance(keyword.value, ast.JoinedStr | ast.BinOp)
    ]
    assert made_up == []


def messages() -> Iterator[tuple[str, ast.expr, set[str | None]]]:
    """Yield where the words of every message stand, these words, and the names of its values."""
    for path, call in calls():
        if isinstance(call.func, ast.Name) and call.func.id in ("told", "counted"):
            names = {keyword.arg for keyword in call.keywords}
            for words in call.args[:1] if call.func.id == "told" else call.args[1:3]:
                yield place(path, words), words, names


def test_the_words_of_a_message_are_one_string() -> None:
    assert [where for where, words, _ in messages() if not isinstance(words, ast.Constant)] == []


def test_a_message_has_words_room_for_its_values_and_no_other_braces() -> None:
    mistaken = []
    for where, words, names in messages():
        template = str(getattr(words, "value", ""))
        wanted = set(re.findall(r"\{([a-z_]+)\}", template))
        is_whole = None in names or names | {"number"} == wanted | {"number"}
        if not template.strip() or re.search(r"[{}]", re.sub(r"\{[a-z_]+\}", "", template)) or not is_whole:
            mistaken.append(f"{where}: {template}")
    assert mistaken == []
