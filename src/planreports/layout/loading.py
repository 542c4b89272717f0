"""A layout's name becomes its source: a file below one of the folders, UTF-8 without control characters."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, FileSystemLoader

from planreports.errors import LayoutError, Problem
from planreports.files.characters import REFUSED, refusal
from planreports.told import Told, told


class LayoutLoader(FileSystemLoader):
    """Jinja's loader; `display_name` of the environment says how messages name a layout."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a layout's source, its path, and whether it is as it was.

        Raises LayoutError, with line and column, for what is not UTF-8 and for control characters.
        """
        name: str = environment.display_name(template)  # type: ignore[attr-defined]
        try:
            source, path, is_same = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            before = error.object[: error.start].decode("utf-8", "replace")
            raise LayoutError(
                _at(before, name, told("this is not UTF-8"), told("save the file as UTF-8"))
            ) from error
        if found := REFUSED.search(source):
            raise LayoutError(_at(source[: found.start()], name, *(refusal(found[0]) or _REFUSED)))
        return source, path, is_same


_REFUSED = told("this character is not allowed"), told("remove it")


def _at(before: str, name: str, message: Told, hint: Told) -> Problem:
    return Problem(message, name, before.count("\n") + 1, len(before) - before.rfind("\n"), hint)
