"""Which catalogs a command works on: those of a workspace, those that ship, or those of any folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from planreports.cli.printing import in_words
from planreports.cli.rendering_options import codes
from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.files.resources import resource
from planreports.files.validation import Problems
from planreports.i18n.catalogs import language_folders
from planreports.i18n.glossary import FILE, Glossary
from planreports.told import Told, either, told
from planreports.translation.catalog_files import CatalogFile, catalog_paths, read_catalog
from planreports.workspace.workspace import is_in_workspace, workspace_folder

LOCALES = "locales"
"""The name of the folder of catalogs in a workspace and in a checkout."""


@dataclass(frozen=True, slots=True)
class CatalogChoice:
    """The catalogs that a command was asked for; those of a later folder win over those of earlier ones.

    `languages` are empty where all were meant. `workspace` is the workspace's folder where there is one.
    """

    folders: tuple[Path, ...]
    languages: tuple[str, ...] = ()
    workspace: Path | None = None

    def files(self) -> list[CatalogFile]:
        """Return the catalogs, in the order of languages and folders.

        Raises DataError with every mistake in them, and PlanReportsError as `paths` does.
        """
        problems = Problems()
        found: list[CatalogFile] = []
        for path in self.paths():
            with problems.collecting():
                found.append(read_catalog(path))
        problems.raise_if_any()
        return found

    def paths(self) -> list[Path]:
        """Return the PO files, in the order of languages and folders.

        Raises PlanReportsError for a language that no folder has, and where there is no catalog at all.
        """
        known = language_folders(self.folders)
        if not known:
            places = either(each.as_posix() for each in self.folders)
            raise PlanReportsError(
                Problem(told("there are no catalogs in {places}", places=places), hint=self._remedy)
            )
        if unknown := [code for code in self.languages if code not in known]:
            raise PlanReportsError(
                Problem(
                    told("there is no catalog in the language `{code}`", code=code),
                    hint=did_you_mean(code, known),
                )
                for code in unknown
            )
        return [path for code in self.languages or known for path in catalog_paths(self.folders, code)]

    @property
    def _remedy(self) -> Told:
        """Return what to do where there is no catalog."""
        command = "planreports messages update --add lo"
        if self.workspace is None:
            return told("`{command}` makes them", command=command)
        return told("`{command}` makes them; --shipped means those that planreports ships", command=command)

    def glossary(self) -> Glossary:
        """Return the terms that ship, and those of the folders of catalogs."""
        glossary = Glossary.read(resource(LOCALES, FILE))
        for folder in self.folders:
            glossary = glossary.with_terms_of(folder)
        return glossary

    @property
    def own_folder(self) -> Path:
        """Return the folder whose catalogs may be written.

        Raises PlanReportsError where that would be those of the installation.
        """
        folder = self.folders[-1]
        if folder == resource(LOCALES) and folder.resolve() != Path(LOCALES).resolve():
            raise PlanReportsError(
                Problem(
                    told("these catalogs belong to the installed program"),
                    folder.as_posix(),
                    hint=told("name a folder of your own: --workspace DIR or --locales FOLDER"),
                )
            )
        return folder


def catalog_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command's function with the options of every command on catalogs, as `catalogs`."""

    @wraps(command)
    def with_catalogs(
        *,
        workspace: Path | None,
        locales: tuple[Path, ...],
        shipped: bool,
        languages: tuple[str, ...],
        **given: Any,
    ) -> Any:
        return command(catalogs=_choice(workspace, locales, shipped, languages), **given)

    for option in reversed(_OPTIONS):
        with_catalogs = option(with_catalogs)
    return with_catalogs


_OPTIONS = (
    click.option(
        "-l",
        "--language",
        "languages",
        metavar="LIST",
        callback=lambda _, __, words: codes(words),
        help="Languages with commas between, such as lo. Default: all that there are catalogs in.",
    ),
    click.option(
        "-w",
        "--workspace",
        type=click.Path(path_type=Path),
        help="A workspace, whose catalogs are meant. Default: this folder or one above it, if it is one.",
    ),
    click.option(
        "--locales",
        multiple=True,
        metavar="FOLDER",
        type=click.Path(file_okay=False, path_type=Path),
        help="A folder of catalogs instead, as FOLDER/lo/LC_MESSAGES/plan.po; may be given several times. "
        "Default outside a workspace: locales, if it is there.",
    ),
    click.option(
        "--shipped",
        is_flag=True,
        help="The catalogs that planreports ships too; outside a workspace these are the default.",
    ),
)


def _choice(
    workspace: Path | None, locales: tuple[Path, ...], shipped: bool, languages: tuple[str, ...]
) -> CatalogChoice:
    if workspace is not None and locales:
        message = told("--workspace and --locales name two places; give one of them")
        raise click.UsageError(in_words(message))
    base = (resource(LOCALES),) if shipped else ()
    if locales:
        return CatalogChoice((*base, *locales), languages)
    if workspace is not None or is_in_workspace():
        folder = workspace_folder(workspace or Path())
        return CatalogChoice((*base, folder / LOCALES), languages, folder)
    if not shipped and Path(LOCALES).is_dir():
        return CatalogChoice((Path(LOCALES),), languages)
    return CatalogChoice((resource(LOCALES),), languages)
