"""The front matter of a layout becomes options of the command that renders it, in its help too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from planreports.cli.printing import said_in, speech_of
from planreports.errors import LayoutError, Problem
from planreports.layout.folders import LayoutFile, file_name, find_layout
from planreports.layout.front_matter import LayoutOption, OptionType, ReadFrontMatter, read_front_matter
from planreports.layout.options import NotOfItsTypeError, OptionValue, option_value
from planreports.rendering import layout_folders
from planreports.told import Speech, spoken, told
from planreports.workspace.workspace import is_in_workspace, workspace_folder

_METAVARS: Mapping[OptionType, str] = {
    OptionType.TEXT: "WORDS",
    OptionType.WHOLE_NUMBER: "NUMBER",
    OptionType.NUMBER: "NUMBER",
    OptionType.DATE: "YYYY-MM-DD",
}


class ReportCommand(click.Command):
    """A command that renders a report: it has the options of the layout in use beside its own.

    Which layout that is, `--layout` and `--workspace` say, wherever they stand. The command's function gets
    what was asked of the layout as `layout_options`.
    """

    def __init__(self, *arguments: Any, report: str, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        self.report = report

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse arguments with the layout's options among them. Raises LayoutError for its mistakes."""
        layout = self._layout(ctx, args)
        ctx.meta[_NAME], ctx.meta[_OPTIONS] = layout.name, self._declared(ctx, read_front_matter(layout))
        rest = super().parse_args(ctx, args)
        values = {each.layout_option: ctx.params.pop(str(each.name)) for each in ctx.meta[_OPTIONS]}
        ctx.params["layout_options"] = {name: value for name, value in values.items() if value is not None}
        return rest

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return the command's own parameters, and those of the layout once it is known."""
        return [*super().get_params(ctx), *ctx.meta.get(_OPTIONS, ())]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of the command's options, and apart from them of the layout's."""
        options = ctx.meta.pop(_OPTIONS, ())
        super().format_options(ctx, formatter)
        records = [record for option in options if (record := option.get_help_record(ctx))]
        if records:
            heading = told("Options of the layout {layout}", layout=ctx.meta[_NAME])
            with formatter.section(spoken(heading, speech_of(ctx))):
                formatter.write_dl(records)
        ctx.meta[_OPTIONS] = options

    def _layout(self, ctx: click.Context, args: Sequence[str]) -> LayoutFile:
        given = self._given(ctx, args)
        start = Path(given.get("--workspace") or ".")
        is_by_itself = bool(given.get("--plan"))
        folder = workspace_folder(start) if is_in_workspace(start) and not is_by_itself else None
        return find_layout(file_name(given.get("--layout") or self.report), layout_folders(folder))

    def _given(self, ctx: click.Context, args: Sequence[str]) -> Mapping[str, str]:
        """Return what the command's own options are given; nothing where they are not understood, which is
        said when they are parsed in earnest."""
        parser = self.make_parser(ctx)
        parser.ignore_unknown_options = True
        try:
            values, _, _ = parser.parse_args(args=list(args))
        except click.UsageError:
            return {}
        return {
            flag: values[each.name] for each in self.params for flag in each.opts if values.get(each.name)
        }

    def _declared(self, ctx: click.Context, read: ReadFrontMatter) -> Sequence[_LayoutOption]:
        taken = {flag for each in self.get_params(ctx) for flag in (*each.opts, *each.secondary_opts)}
        options = [
            _LayoutOption(name, option, speech_of(ctx)) for name, option in read.matter.options.items()
        ]
        if problems := list(_clashes(options, taken, read, ctx.command_path)):
            raise LayoutError(problems)
        return options


_NAME, _OPTIONS = f"{__name__}.name", f"{__name__}.options"


class _LayoutOption(click.Option):
    """An option that a layout declares; without a value on the command line the layout has its default."""

    def __init__(self, name: str, option: LayoutOption, speech: Speech) -> None:
        flag = name.replace("_", "-")
        flags = f"--{flag}/--no-{flag}" if option.type is OptionType.YES_OR_NO else f"--{flag}"
        super().__init__(
            [flags, f"layout_option_{name}"],
            type=click.Choice(option.choices) if option.type is OptionType.CHOICE else None,
            default=None,
            metavar=_METAVARS.get(option.type),
            callback=self._value,
            help=_help(option, speech),
        )
        self.layout_option, self.declared = name, option

    def _value(self, ctx: click.Context, parameter: click.Parameter, words: object) -> OptionValue:
        if words is None:
            return None
        try:
            return option_value(self.declared, words)
        except NotOfItsTypeError as error:
            message = f"`{words}`: {spoken(error.expected, speech_of(ctx))}"
            raise click.BadParameter(message, ctx, parameter) from error


def _help(option: LayoutOption, speech: Speech) -> str:
    words = [f"{said_in(option.help, speech).rstrip('.')}."] if option.help else []
    default: object = option.default or (told("no") if option.type is OptionType.YES_OR_NO else None)
    if default is not None:
        said = " | ".join(default.values()) if isinstance(default, Mapping) else default
        words.append(spoken(told("Default: {default}.", default=said), speech))
    return " ".join(words)


def _clashes(
    options: Sequence[_LayoutOption], taken: set[str], read: ReadFrontMatter, command: str
) -> Iterator[Problem]:
    for option in options:
        for flag in (*option.opts, *option.secondary_opts):
            if flag in taken:
                message = told(
                    "`{option}` would be {flag}, which `{command}` has already",
                    option=option.layout_option,
                    flag=flag,
                    command=command,
                )
                yield read.source.problem(
                    ("options", option.layout_option), message, told("give it another name"), at_key=True
                )
            taken.add(flag)
