"""Messages become catalog templates (.pot), and catalogs (.po) keep up with them.

`python -m planreports.translation.extraction` rewrites `locales/` of a checkout, and where in reports
messages stand (`column_places`); a catalog that is up to date stays byte for byte as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib
from babel.core import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from planreports.errors import DataError, Problem
from planreports.files.atomic import write_atomically
from planreports.files.resources import resource
from planreports.files.validation import Problems
from planreports.i18n.languages import language as language_of
from planreports.told import told
from planreports.translation.catalog_files import read_catalog
from planreports.translation.domains import SHIPPED, Messages
from planreports.translation.source_messages import SourceMessage, template
from planreports.translation.updating import Update, updated


@dataclass(frozen=True, slots=True)
class FileUpdate:
    """What becomes of a template or a catalog: its text now and before, "" for a file that is not there.

    `messages` is how many there are to translate; `update` says which of a catalog's are different.
    """

    path: Path
    before: str
    after: str
    messages: int
    update: Update | None = None

    @property
    def is_needed(self) -> bool:
        """Return whether the file is not up to date."""
        return self.before != self.after


def write_updates(updates: Iterable[FileUpdate]) -> None:
    """Write the files that are not up to date.

    Raises DataError, and writes nothing, if one of them is not any more what was read.
    """
    needed = [each for each in updates if each.is_needed]
    problems = [
        Problem(
            told("another program has changed this file in the meantime"),
            each.path.as_posix(),
            hint=told("nothing is written; try again"),
        )
        for each in needed
        if _text(each.path) != each.before
    ]
    if problems:
        raise DataError(problems)
    for each in needed:
        write_atomically(each.path, each.after.encode())


def templates(domains: Mapping[str, Messages] = SHIPPED) -> dict[str, polib.POFile]:
    """Return the template of each domain."""
    return {domain: template(messages()) for domain, messages in domains.items()}


def file_updates(
    locales: Path, domains: Mapping[str, Messages], languages: Sequence[str], *, only_templates: bool = False
) -> list[FileUpdate]:
    """Return what becomes of the templates of some domains in a `locales` folder, and of their catalogs.

    A catalog that is not there begins empty; one of a domain in which there is nothing to translate is not
    begun. Raises PlanReportsError with every mistake in the sources, or in the catalogs.
    """
    problems = Problems()
    found: list[FileUpdate] = []
    for domain, messages in domains.items():
        with problems.collecting():
            sources = list(messages())
            found += _template_update(locales / f"{domain}.pot", sources, languages)
            for code in () if only_templates else languages:
                path = locales / code / "LC_MESSAGES" / f"{domain}.po"
                with problems.collecting():
                    found += _catalog_update(path, code, sources)
    problems.raise_if_any()
    return found


def update_locales(locales: Path) -> None:
    """Bring the templates and catalogs of all domains that ship up to date in a `locales` folder."""
    write_updates(file_updates(locales, SHIPPED, languages_of(locales)))


def languages_of(locales: Path) -> tuple[str, ...]:
    """Return the codes of the languages that a `locales` folder has folders of."""
    return tuple(sorted(path.parent.name for path in locales.glob("*/LC_MESSAGES")))


def _template_update(
    path: Path, sources: Sequence[SourceMessage], languages: Collection[str]
) -> Iterator[FileUpdate]:
    made = template(sources, languages)
    if len(made) or path.exists():
        yield FileUpdate(path, _text(path), str(made), len(made))


def _catalog_update(path: Path, code: str, sources: Sequence[SourceMessage]) -> Iterator[FileUpdate]:
    wanted = template(sources, (code,))
    if path.exists():
        before = read_catalog(path, refuses_words=False).text
        made = updated(before, wanted)
        yield FileUpdate(path, before, made.text, len(wanted), made)
    elif len(wanted):
        made = updated(_header(code), wanted)
        yield FileUpdate(path, "", made.text, len(wanted), made)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def _header(code: str) -> str:
    """Return the beginning of a new catalog."""
    lines = (
        "Project-Id-Version: planreports",
        f"Language: {code.replace('-', '_')}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {_plural_forms(code)};",
    )
    fields = "".join(f'"{line}\\n"\n' for line in lines)
    return f'# Translation into {language_of(code).name}.\nmsgid ""\nmsgstr ""\n{fields}'


def _plural_forms(code: str) -> str:
    """Return gettext's rule of a language's plural forms; English's for one that Babel does not know."""
    try:
        return get_plural(Locale.parse(code, sep="-")).plural_forms.rstrip(";")
    except (UnknownLocaleError, ValueError):
        return get_plural("en").plural_forms.rstrip(";")


if __name__ == "__main__":
    from planreports.translation.column_places import write_columns  # renders every report

    update_locales(resource("locales"))
    write_columns()
