"""The words of click's own that people meet: in help, in usage errors, in questions.

Click looks them up by gettext; extraction takes them from here, so that they do not depend on the version
of click that is installed. A test compares them with it.
"""

from __future__ import annotations

Words = tuple[str, str | None]
"""Words, or words for one thing and for several."""


def of_click(one: str, other: str | None = None) -> Words:
    """Return words of click's; extraction finds them by this call."""
    return one, other


WORDS_OF_CLICK: tuple[Words, ...] = (
    # help
    of_click("Usage:"),
    of_click("Options"),
    of_click("Positional arguments"),
    of_click("Commands"),
    of_click("Show this message and exit."),
    of_click("Show the version and exit."),
    of_click("%(prog)s, version %(version)s"),
    of_click("default: {default}"),
    of_click("(dynamic)"),
    of_click("required"),
    of_click("env var: {var}"),
    # what is wrong
    of_click("Error: {message}"),
    of_click("Try '{command} {option}' for help."),
    of_click("Missing command."),
    of_click("Missing argument"),
    of_click("Missing option"),
    of_click("Missing parameter"),
    of_click("Missing {param_type}"),
    of_click("Missing parameter: {param_name}"),
    of_click("No such option {name!r}."),
    of_click("No such command {name!r}."),
    of_click("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    of_click("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    of_click("Option {name!r} does not take a value."),
    of_click("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    of_click("Argument {name!r} takes {nargs} values."),
    of_click("Takes {nargs} values but 1 was given.", "Takes {nargs} values but {len} were given."),
    of_click("Value must be an iterable."),
    of_click("Invalid value: {message}"),
    of_click("Invalid value for {param_hint}: {message}"),
    of_click("Choose from:\n\t{choices}"),
    of_click("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    of_click(
        "{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}."
    ),
    of_click("{value!r} is not a valid {number_type}."),
    of_click("{value} is not in the range {range}."),
    of_click("{value!r} is not a valid boolean. Recognized values: {states}"),
    of_click(
        "{len_type} values are required, but {len_value} was given.",
        "{len_type} values are required, but {len_value} were given.",
    ),
    of_click("file"),
    of_click("directory"),
    of_click("path"),
    of_click("{name} {filename!r} does not exist."),
    of_click("{name} {filename!r} is a file."),
    of_click("{name} {filename!r} is a directory."),
    of_click("{name} {filename!r} is not readable."),
    of_click("{name} {filename!r} is not writable."),
    of_click("{name} {filename!r} is not executable."),
    of_click("Could not open file {filename!r}: {message}"),
    of_click("unknown error"),
    # questions
    of_click("Aborted!"),
)
