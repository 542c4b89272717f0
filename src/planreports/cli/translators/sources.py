"""What there is to translate for the catalogs that a command works on, and in which languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from planreports.cli.translators.catalog_options import CatalogChoice
from planreports.errors import PlanReportsError, Problem, did_you_mean
from planreports.i18n.languages import SOURCE_LANGUAGE
from planreports.told import told
from planreports.translation.domains import SHIPPED, Messages, own_domains
from planreports.translation.extraction import languages_of
from planreports.workspace.workspace import configuration_of

_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def domains_of(catalogs: CatalogChoice) -> Mapping[str, Messages]:
    """Return the domains of a workspace's own text, or those that ship."""
    return own_domains(catalogs.workspace) if catalogs.workspace else SHIPPED


def target_languages(catalogs: CatalogChoice, added: Sequence[str]) -> tuple[str, ...]:
    """Return the languages to translate into: those there are folders of, a workspace's own, those added.

    Raises PlanReportsError for what is no code of a language, and for a language that was asked for and is
    none of these.
    """
    wrong = [code for code in added if not _CODE.fullmatch(code) or code == SOURCE_LANGUAGE]
    if wrong:
        hint = told("expected a code such as lo")
        raise PlanReportsError(
            Problem(told("`{code}` is no language to translate into", code=code), hint=hint) for code in wrong
        )
    own = _own_languages(catalogs)
    known = sorted({*languages_of(catalogs.own_folder), *own, *added})
    unknown = [code for code in catalogs.languages if code not in known]
    if unknown:
        raise PlanReportsError(
            Problem(
                told("there is no catalog in the language `{code}`", code=code),
                hint=did_you_mean(code, known) or told("`--add {code}` begins one", code=code),
            )
            for code in unknown
        )
    return (*catalogs.languages, *(code for code in added if code not in catalogs.languages)) or tuple(known)


def _own_languages(catalogs: CatalogChoice) -> tuple[str, ...]:
    """Return the languages of a workspace's documents but the one that it is written in."""
    if catalogs.workspace is None:
        return ()
    configuration, _ = configuration_of(catalogs.workspace)
    return tuple(code for code in configuration.languages if code != SOURCE_LANGUAGE)
