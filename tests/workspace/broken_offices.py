"""A workspace in which all is right, the same with a mistake in every file, and ways to break its planreports.toml."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.workspace.offices import write

TOML = "office/planreports.toml"


class Break(NamedTuple):
    """A way to break the configuration, what is said of it, and what is not known any more."""

    old: str
    new: str
    problems: tuple[str, ...]
    unknown: tuple[str, ...] = ()

    @property
    def configuration(self) -> str:
        """Return the broken configuration."""
        assert self.old in CONFIGURATION
        return CONFIGURATION.replace(self.old, self.new, 1)

    @property
    def told(self) -> list[str]:
        """Return the lines that are said of it."""
        return [f"{TOML}:{problem}" for problem in self.problems]


# A workspace in which all is right: with a plan and a scale of its own, so that nothing of what ships would do.

CONFIGURATION = """\
plan = "ours"
languages = ["en", "lo"]
perspective = "north"
example = true

[organisation]
name = "Secretariat"

[numbering]
brief = "{year}/{number}"

[translations]
inline = "draft"

[calendar]
review_year = "01-01"
[calendar.fiscal_years]
north = "07-01"

[review]
deadline = "10-05"
guidance = "Return the form."

[[statuses]]
id = "green"
label = "Green"
symbol = "●"
counts_as = "good"

[[statuses]]
id = "red"
label = "Red"
symbol = "×"
counts_as = "trouble"
needs_reason = true

[[build]]
report = "plan"
formats = ["pdf"]
"""

RIGHT = {
    "ours/plan.yaml": "id: ours\ntitle: Our plan\nparties:\n  - {id: north, name: North, country: LA}\n"
    "  - {id: south, name: South, country: JP}\nareas: [area-1.yaml]\n",
    "ours/register.yaml": "entries: []\n",
    "ours/area-1.yaml": """\
id: 1
title: Trade
sections:
  - id: 1.1
    title: Agreements
    paragraphs:
      - id: 1.1.1
        statements:
          - id: 1.1.1a
            text: Both sides affirmed to work together.
            clauses:
              - id: 1.1.1a
                actor: both-sides
                stance: affirmed
                type: action
                quote: affirmed to work together
                by: [north]
""",
    "agencies.yaml": "agencies:\n  - {id: mof, party: north, name: {en: Finance, lo: ການເງິນ}}\n",
    "commitments.yaml": "commitments:\n  - {id: 1.1.1a, lead: [mof]}\n",
    "progress/2026.yaml": "entries:\n"
    "  - {commitment: 1.1.1a, agency: mof, as_of: 2026-08-31, status: green}\n"
    "  - {commitment: 1.1.1a, agency: mof, as_of: 2026-09-30, status: red, reason: Late.}\n",
    "reviews/2026.yaml": "year: 2026\nareas: [{area: 1, text: Words}]\n",
    "meetings/som6.yaml": "id: som6\nnumber: 04\nissued: 2026-10-02\ndate: 2026-10-22\ntitle: Meeting\n"
    "delegations: [{party: north, participants: [{title: Head}]}]\n"
    "topics: [{section: 1.1, statements: [1.1.1a]}]\n",
    "style.toml": '[colours]\naccent = "#123456"\n',
}

# The same with a mistake in each of the other files, and what is said of them. "plan" and "scale" are what a
# mistake can only be told by.

WRONG = {
    "agencies.yaml": RIGHT["agencies.yaml"]
    + "  - {id: mof, party: nord, name: Finance}\n  - {id: justice, party: south, name: {en: Justice, fr: Justice}}\n",
    "commitments.yaml": "commitments:\n  - {id: 1.1.1b, lead: [mfo]}\n",
    "progress/2025.yaml": "entries:\n  - {commitment: 1.1.1a, agency: mof, as_of: 31 August, status: green}\n",
    "progress/2026.yaml": "entries:\n"
    "  - {commitment: 1.1.1c, agency: mof, as_of: 2026-08-31, status: gren}\n"
    "  - {commitment: 1.1.1a, agency: mfo, as_of: 2026-08-31, status: no-report}\n"
    "  - {commitment: 1.1.1a, agency: mof, as_of: 2026-09-30, status: red}\n",
    "progress/2027.yaml": "entries: [\n",
    "reviews/2026.yaml": "year: 2027\nareas: [{area: 9, text: Words}]\n",
    "meetings/som6.yaml": RIGHT["meetings/som6.yaml"]
    .replace("id: som6", "id: som7")
    .replace("party: north", "party: norht")
    .replace("section: 1.1,", "section: 1.9,"),
    "locales/lo/LC_MESSAGES/planreports.po": 'msgid "Brief No. {number}"\nmsgstr "ເລກທີ {nubmer}"\n',
    "style.toml": '[colors]\naccent = "#123456"\n',
}

WRONG_PROBLEMS = (
    ("locales/lo/LC_MESSAGES/planreports.po:1: the placeholders of `Brief No. {number}` differ: {nubmer}: "
     "expected {number}", ""),
    ("office/agencies.yaml:3:10: the id `mof` stands twice; first in line 2", ""),
    ("office/agencies.yaml:3:22: `nord` is no party of the plan: did you mean `north`?", "plan"),
    ("office/agencies.yaml:4:53: there is no catalog of the language `fr`: expected `en` or `lo`", ""),
    ("office/commitments.yaml:2:10: the plan has no commitment `1.1.1b`: did you mean `1.1.1a`?", "plan"),
    ("office/commitments.yaml:2:25: there is no agency `mfo`: did you mean `mof`?", ""),
    ("office/meetings/som6.yaml:1:5: the id `som7` differs from the file's name: expected `som6`", ""),
    ("office/meetings/som6.yaml:6:23: `norht` is no party of the plan: did you mean `north`?", "plan"),
    ("office/meetings/som6.yaml:7:20: the plan has no section `1.9`: did you mean `1.1`?", "plan"),
    (TOML, ""),
    ("office/progress/2025.yaml:2:46: `as_of` is `31 August`: expected a date such as 2026-10-22", ""),
    ("office/progress/2026.yaml:2:18: the plan has no commitment `1.1.1c`: did you mean `1.1.1a`?", "plan"),
    ("office/progress/2026.yaml:2:66: unknown status `gren`: did you mean `green`?", "scale"),
    ("office/progress/2026.yaml:3:34: there is no agency `mfo`: did you mean `mof`?", ""),
    ("office/progress/2026.yaml:3:66: `no-report` is never chosen: it is what a commitment has without an entry",
     ""),
    ("office/progress/2026.yaml:4:66: the status `red` needs a `reason`", "scale"),
    ("office/progress/2027.yaml:2:1: this is not YAML: did not find expected node content (while parsing a flow "
     "node)", ""),
    ("office/reviews/2026.yaml:1:7: the year 2027 differs from the file's name: expected 2026.yaml", ""),
    ("office/reviews/2026.yaml:2:16: the plan has no area `9`: expected `1`", "plan"),
    ("office/style.toml:1:2: unknown key `colors`: did you mean `colours`?", ""),
)  # fmt: skip

ALL = ("plan", "scale")
NAME = 'name = "Secretariat"'
HEAD = 'languages = ["en", "lo"]\nperspective = "north"\nexample = true\n\n[organisation]'
BETWEEN = CONFIGURATION[CONFIGURATION.index("[organisation]") : CONFIGURATION.index("[[statuses]]")]
STATUSES = CONFIGURATION[CONFIGURATION.index("[[statuses]]") : CONFIGURATION.index("[[build]]")]
TO_STATUSES = BETWEEN + STATUSES

BREAKS = {
    "nothing": Break("", "", ()),
    "syntax": Break(
        'plan = "ours"',
        "plan = ours",
        (
            '1:8: this is not TOML: Invalid value: words stand in straight quotation marks ("…"); true, false and numbers do not',
        ),
        ALL,
    ),
    "a key twice": Break(
        "example = true",
        'plan = "a"',
        ("4:11: this is not TOML: Cannot overwrite a value: this key or table stands in the file twice",),
        ALL,
    ),
    "a control character": Break(
        NAME, 'name = "\\u0007"', ("7:8: the control character U+0007 is not allowed: remove it",)
    ),
    "a control character in the plan's name": Break(
        'plan = "ours"',
        'plan = "ours\\u0000"',
        ("1:8: the control character U+0000 is not allowed: remove it",),
        ("plan",),
    ),
    "an unknown key": Break(
        "example = true",
        'colour = "red"',
        (
            "4:1: unknown key `colour`: expected `plan`, `languages`, `perspective`, `example`, `organisation`, `numbering`, `translations`, `statuses`, `calendar`, `review` or `build`",
        ),
    ),
    "an unknown table": Break(
        "[numbering]",
        "[colours]\nred = 1\n[numbering]",
        (
            "9:2: unknown key `colours`: expected `plan`, `languages`, `perspective`, `example`, `organisation`, `numbering`, `translations`, `statuses`, `calendar`, `review` or `build`",
        ),
    ),
    "plan: not there": Break(
        'plan = "ours"',
        'plan = "our"',
        ("1:8: there is no plan `our`, and no such folder with a plan.yaml: did you mean `ours`?",),
        ("plan",),
    ),
    "plan: outside": Break(
        'plan = "ours"',
        'plan = "../ours"',
        ("1:8: there is no plan `../ours`, and no such folder with a plan.yaml: did you mean `ours`?",),
        ("plan",),
    ),
    "plan: not words": Break('plan = "ours"', "plan = 5", ("1:8: `plan` is `5`: expected words",), ("plan",)),
    "plan: empty": Break('plan = "ours"', 'plan = ""', ("1:8: `plan` is ``: expected words",), ("plan",)),
    "plan: misspelt": Break(
        'plan = "ours"', 'plans = "ours"', ("1:1: unknown key `plans`: did you mean `plan`?",), ("plan",)
    ),
    "plan: called otherwise": Break(
        'plan = "ours"',
        'source = "ours"',
        (
            "1:1: unknown key `source`: expected `plan`, `languages`, `perspective`, `example`, `organisation`, `numbering`, `translations`, `statuses`, `calendar`, `review` or `build`",
        ),
        ("plan",),
    ),
    "plan: in the wrong table": Break(
        f'plan = "ours"\n{HEAD}',
        f'{HEAD}\nplan = "ours"',
        ("6:1: unknown key `plan`: `plan` is known at the top of the file only",),
        ("plan",),
    ),
    "languages: no list": Break('["en", "lo"]', '"en"', ("2:13: `languages` is `en`: expected a list",)),
    "languages: without a catalog": Break(
        '["en", "lo"]',
        '["en", "la", 5]',
        (
            "2:13: `languages` is `5`: expected words",
            "2:13: there is no catalog of the language `la`: expected `en` or `lo`",
        ),
    ),
    "languages: none": Break('["en", "lo"]', "[]", ("2:13: `languages` is empty: expected at least one",)),
    "perspective: no party": Break(
        '"north"', '"nord"', ("3:15: `nord` is no party of the plan: did you mean `north`?",)
    ),
    "perspective: no id": Break(
        '"north"',
        '"The North"',
        (
            "3:15: `perspective` cannot be `The North`: expected lower-case letters and digits, joined by hyphens, such as 2026-som6",
        ),
    ),
    "perspective: missing": Break('perspective = "north"\n', "", ("1:1: the key `perspective` is missing",)),
    "example: neither true nor false": Break(
        "example = true", "example = 5", ("4:11: `example` is `5`: expected true or false",)
    ),
    "organisation: misspelt": Break(
        "[organisation]",
        "[organization]",
        (
            "1:1: the key `organisation` is missing",
            "6:2: unknown key `organization`: did you mean `organisation`?",
        ),
    ),
    "organisation: unknown key": Break(
        NAME,
        'name = { en = "S", fr = "S" }\nplase = "X"',
        (
            "7:1: there is no catalog of the language `fr`: expected `en` or `lo`",
            "8:1: unknown key `plase`: did you mean `place`?",
        ),
    ),
    "numbering: without a number": Break(
        '"{year}/{number}"',
        '"{year}"',
        (
            "10:9: `brief` is `{year}`: expected words with {number}, and {year} if the year is to stand there",
        ),
    ),
    "numbering: no table": Break(
        '[numbering]\nbrief = "{year}/{number}"\n',
        "[[numbering]]\n",
        ("9:3: `numbering` is a list: expected a mapping of keys",),
    ),
    "translations: unknown state": Break(
        'inline = "draft"', 'inline = "drafd"', ("13:10: unknown inline `drafd`: did you mean `draft`?",)
    ),
    "calendar: no day": Break(
        'review_year = "01-01"',
        'review_year = "02-29"',
        ("16:15: `review_year` is `02-29`: expected a day that every year has, such as 04-01",),
    ),
    "calendar: no party": Break(
        'north = "07-01"',
        'nord = "07-01"\nsud = 5',
        ("18:1: `nord` is no party of the plan: did you mean `north`?", "19:7: `sud` is `5`: expected words"),
    ),
    "review: no day": Break(
        'deadline = "10-05"',
        'deadline = "10-32"',
        ("21:12: `deadline` is `10-32`: expected a day that every year has, such as 04-01",),
    ),
    "review: words that no document holds": Break(
        '"Return the form."',
        '"# Return"',
        ("22:12: a heading cannot stand in a field: use paragraphs, lists, *emphasis* and links",),
    ),
    "statuses: unknown key": Break(
        'label = "Red"',
        'label = "Red"\nlable = "Red"',
        ("33:1: unknown key `lable`: did you mean `label`?",),
        ("scale",),
    ),
    "statuses: missing key": Break('symbol = "×"\n', "", ("30:3: the key `symbol` is missing",), ("scale",)),
    "statuses: an id twice": Break(
        'id = "red"', 'id = "green"', ("31:6: the id `green` stands twice; first in line 25",), ("scale",)
    ),
    "statuses: an id that is never chosen": Break(
        'id = "red"',
        'id = "no-report"',
        ("31:6: `no-report` is what a commitment has without an entry: choose another id",),
        ("scale",),
    ),
    "statuses: no list": Break(
        TO_STATUSES,
        f'statuses = "green"\n{BETWEEN}',
        ("6:12: `statuses` is `green`: expected a list",),
        ("scale",),
    ),
    "statuses: one table": Break(
        STATUSES,
        '[statuses]\nid = "green"\n',
        ("24:2: `statuses` is a mapping: expected a list",),
        ("scale",),
    ),
    "statuses: misspelt": Break(
        STATUSES,
        STATUSES.replace("statuses", "status"),
        ("24:3: unknown key `status`: did you mean `statuses`?",),
        ("scale",),
    ),
    "statuses: called otherwise": Break(
        STATUSES,
        STATUSES.replace("statuses", "scale"),
        ("24:3: unknown key `scale`: did you mean `calendar`?",),
        ("scale",),
    ),
    "build: unknown word": Break(
        'formats = ["pdf"]',
        'audience = "partners"',
        ("39:12: unknown audience `partners`: did you mean `partner`?",),
    ),
    "everything": Break(
        CONFIGURATION,
        CONFIGURATION.replace(" = ", " = 5 # "),
        (
            "1:8: `plan` is `5`: expected words",
            "2:13: `languages` is `5`: expected a list",
            "3:15: `perspective` is `5`: expected words",
            "4:11: `example` is `5`: expected true or false",
            "7:8: `name` is `5`: expected words, or words per language: {en: …, lo: …}",
            "10:9: `brief` is `5`: expected words, or words per language: {en: …, lo: …}",
            "13:10: unknown inline `5`: expected `official`, `reviewed`, `draft` or `missing`",
            "16:15: `review_year` is `5`: expected words",
            "18:9: `north` is `5`: expected words",
            "21:12: `deadline` is `5`: expected words",
            "22:12: `text` is `5`: expected words, or words per language: {en: …, lo: …}",
            "25:6: `id` is `5`: expected words",
            "26:9: `label` is `5`: expected words, or words per language: {en: …, lo: …}",
            "27:10: `symbol` is `5`: expected words",
            "28:13: unknown counts as `5`: expected `waiting`, `good`, `trouble`, `done`, `dropped` or `unknown`",
            "31:6: `id` is `5`: expected words",
            "32:9: `label` is `5`: expected words, or words per language: {en: …, lo: …}",
            "33:10: `symbol` is `5`: expected words",
            "34:13: unknown counts as `5`: expected `waiting`, `good`, `trouble`, `done`, `dropped` or `unknown`",
            "35:16: `needs_reason` is `5`: expected true or false",
            "38:10: `report` is `5`: expected words",
            "39:11: `formats` is `5`: expected a list",
        ),
        ALL,
    ),
}


def office(files: dict[str, str], configuration: str | bytes | None) -> Path:
    """Make a workspace of these files, with this `planreports.toml` or none, and return its folder."""
    folder = Path("office")
    for name, text in files.items():
        write(folder / name, text)
    match configuration:
        case str():
            write(folder / "planreports.toml", configuration)
        case bytes():
            (folder / "planreports.toml").write_bytes(configuration)
    return folder


def all_told(of_configuration: Sequence[str], unknown: Sequence[str] = ()) -> list[str]:
    """Return what is said of the workspace with a mistake in every file: the configuration's among the rest.

    `unknown` is what cannot be judged: "plan", "scale".
    """
    told: list[str] = []
    for problem, judged_by in WRONG_PROBLEMS:
        if problem == TOML:
            told += of_configuration
        elif judged_by not in unknown:
            told.append(problem)
    return told
