"""The `planreports` command: its list of commands, and what becomes of errors."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence

import click

from planreports.cli.language import speaking
from planreports.cli.lazy_groups import LazyGroup, in_language
from planreports.cli.printing import print_problems, say, speech_of
from planreports.errors import PlanReportsError
from planreports.told import Speech, spoken, told
from planreports.version import VERSION

EXIT_PROBLEMS, EXIT_USAGE, EXIT_DEFECT = 1, 2, 70

_COMMANDS = {
    "demo": ("planreports.cli.demo", "Render the example's brief in every language and format."),
    "init": ("planreports.cli.init", "Make a workspace to start from."),
    "brief": ("planreports.cli.brief", "Render a meeting's brief."),
    "matrix": ("planreports.cli.matrix", "Render the matrix of commitments."),
    "glossary": ("planreports.cli.glossary", "Render the glossary, sorted in each language."),
    "review-template": (
        "planreports.cli.review_template",
        "Write the forms that agencies fill in for a year's review.",
    ),
    "review-report": ("planreports.cli.review_report", "Render the report of a year's review."),
    "build": ("planreports.cli.build", "Make everything that planreports.toml lists, as far as it changed."),
    "check": ("planreports.cli.check", "Report every problem of a workspace, with its place."),
    "status": ("planreports.cli.status", "List what became of commitments."),
    "commitments": ("planreports.cli.commitments", "List commitments and who is to do them."),
    "agencies": ("planreports.cli.agencies", "List agencies, what they lead, when they reported."),
    "progress": ("planreports.cli.progress", "Record what became of a commitment."),
    "layouts": ("planreports.cli.layouts", "List the layouts of reports, or copy one to change it."),
    "plan": ("planreports.cli.plan", "Show the plan, write it as a document, or export it."),
    "messages": ("planreports.cli.translators.group", "Keep the translations: take out, check, hand over."),
}
"""Each command's module (whose `command` it is) and line of help; a module is imported when it is run."""


class _Group(LazyGroup):
    """The command itself, whose help says how to begin."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command is for, and its first steps."""
        super().format_help_text(ctx, formatter)
        speech = speech_of(ctx)
        start, then = spoken(told("Start with:"), speech), spoken(told("Then:"), speech)
        formatter.write_paragraph()
        with formatter.indentation():
            steps = ((start, "planreports demo"), (then, "planreports init my-folder"), ("", _LAST_STEP))
            formatter.write_dl(steps, col_spacing=3)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write that the words are a draft, where they are."""
        speech = speech_of(ctx)
        if speech.is_draft:
            formatter.write_paragraph()
            formatter.write_text(
                spoken(told("These words are a draft that nobody has reviewed yet."), speech)
            )


_LAST_STEP = "planreports brief 2026-som6 -w my-folder -l en,lo"


@click.group(cls=_Group, lazy_commands=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="planreports")
@click.option(
    "-l",
    "--language",
    metavar="CODE",
    expose_value=False,
    help="The language that the command speaks: en or lo. Default: the environment's PLANREPORTS_LANGUAGE, "
    "else its locale's. The languages of a document are the -l after the command's name.",
)
def _group() -> None:
    """Briefing documents from an action plan: Word, PDF and HTML, English and Lao."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command and leave with its exit status."""
    # Looking for plugins, pydantic reads what every installed package says of itself; the command has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    given = sys.argv[1:] if arguments is None else arguments
    try:
        with speaking(given, os.environ) as speech:
            status = _status(given, speech)
    except click.UsageError as error:
        error.show()
        status = EXIT_USAGE
    gc.freeze()  # else Python looks for cycles in all that was made, only to end
    sys.exit(status)


def _status(arguments: Sequence[str], speech: Speech) -> int:
    try:
        status = in_language(_group, speech).main(
            args=arguments, prog_name="planreports", standalone_mode=False, obj=speech
        )
    except PlanReportsError as error:
        print_problems(error.problems, speech)
        return EXIT_PROBLEMS
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except (click.Abort, KeyboardInterrupt):
        say(told("Stopped."), speech, err=True)
        return 130
    except Exception:
        _report_defect(speech)
        return EXIT_DEFECT
    return status if isinstance(status, int) else 0


def _report_defect(speech: Speech) -> None:
    words = told(
        "planreports has a defect; your files are as they were. Please report it with the lines below\n"
        "and the command that you gave (planreports {version}, Python {python}):\n",
        version=VERSION,
        python=sys.version.split()[0],
    )
    say(words, speech, err=True)
    click.echo(traceback.format_exc(), err=True)
