"""The package's code becomes what the command says: messages, help, and the words of click's that it uses."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

_WORDS_OF: Mapping[str, Callable[[Sequence[ast.expr]], Sequence[ast.expr]]] = {
    "told": lambda arguments: arguments[:1],
    "counted": lambda arguments: arguments[1:3],
    "of_click": lambda arguments: arguments,
}
"""Which arguments of a call are words."""

_COMMAND_MAKERS = frozenset({"command", "group"})
_LAZY = "planreports.cli."
"""How a command's module begins, which stands beside its line of help."""


def command_messages(package: Path) -> Iterator[tuple[str, str, int]]:
    """Yield the words, file and line of all that the command says, in order of file and line."""
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        tree = ast.parse(path.read_text("utf-8"))
        found = [each for node in ast.walk(tree) for each in _words(node, is_command=name.startswith("cli/"))]
        for line, words in sorted(found, key=lambda each: each[0]):
            yield words, f"src/planreports/{name}", line


def _words(node: ast.AST, *, is_command: bool) -> Iterator[tuple[int, str]]:
    match node:
        case ast.Call(func=ast.Name(id=name), args=arguments) if name in _WORDS_OF:
            yield from (_literal(each) for each in _WORDS_OF[name](arguments))
        case ast.keyword(arg="help", value=ast.Constant(value=str())) if is_command:
            yield _literal(node.value)
        case ast.Tuple(elts=[ast.Constant(value=str(module)), help_]) if module.startswith(_LAZY):
            yield _literal(help_)
        case ast.FunctionDef() if is_command and _is_command(node):
            for paragraph in paragraphs(ast.get_docstring(node, clean=False) or ""):
                yield node.body[0].lineno, paragraph
        case _:
            pass


def _literal(expression: ast.expr) -> tuple[int, str]:
    """Return the line and the words of an argument; words that are made up cannot be translated."""
    if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
        return expression.lineno, expression.value
    raise TypeError(
        f"line {expression.lineno}: the words of a message are one string: {ast.unparse(expression)}"
    )


def _is_command(function: ast.FunctionDef) -> bool:
    """Return whether a function is a command or group of click: its docstring is help."""
    return any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr in _COMMAND_MAKERS
        for each in function.decorator_list
    )


def paragraphs(words: str) -> Iterator[str]:
    """Yield the paragraphs of a text of help as catalogs have them: in one line, unless their lines matter.

    Click leaves the lines of a paragraph as they are that begins with a backspace alone.

    >>> list(paragraphs("List all,\\nor some.\\n\\n\\b\\nFirst:  this\\nThen:   that"))
    ['List all, or some.', 'First:  this\\nThen:   that']
    """
    for paragraph in inspect.cleandoc(words).split("\n\n"):
        first, *others = paragraph.strip("\n").split("\n")
        yield "\n".join(others) if first.strip() == "\b" else " ".join([first, *others])
