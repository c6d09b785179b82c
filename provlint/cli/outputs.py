"""Several reports of one run: which format goes where, said by the order of the options."""

import os
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from provlint.cli.options import with_options
from provlint.cli.output import file_uri, screen, write
from provlint.cli.sections import Command, SectionedCommand, section
from provlint.errors import UserError
from provlint.report.formats import FACTS_AND_TEXTS, FORMATS, Extras, render

if TYPE_CHECKING:
    from provlint.run.check import Checked

_option = section("Reports")
_ARGUMENTS = "provlint.arguments"
_STDOUT = "-"


class Output(NamedTuple):
    """A format and the file it is written to, `-` for standard output."""

    format: str
    file: str


class OrderedCommand(SectionedCommand):
    """A command that remembers its arguments: of `--output-format` and `-o` the order counts, which click forgets."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Note the arguments, then parse as always."""
        ctx.meta[_ARGUMENTS] = (*args,)
        return super().parse_args(ctx, args)


class _WholeType(click.types.StringParamType):
    """Text that is one value in the environment too, blanks and colons included."""

    def split_envvar_value(self, rv: str) -> list[str]:
        """The value."""
        return [rv]


_OPTIONS = (
    _option(
        "--output-format",
        multiple=True,
        type=click.Choice([*FORMATS]),
        envvar="PROVLINT_OUTPUT_FORMAT",
        help="How the report is written; may be given again, each with an -o of its own.  [default: text]",
    ),
    _option(
        "-o",
        "--output-file",
        multiple=True,
        type=_WholeType(),
        metavar="PATH",
        envvar="PROVLINT_OUTPUT_FILE",
        help="Write the report there, whole or not at all; - is standard output.",
    ),
)


def output_options(command: Command) -> Command:
    """The options that say which reports are written, and where."""
    return with_options(command, _OPTIONS)


def outputs(context: click.Context, formats: tuple[str, ...], files: tuple[str, ...]) -> list[Output]:
    """The reports to write: each `-o` belongs to the format before it, a single one to a single format.

    Raises `UserError` for a file that belongs to no format, and for two reports in one place.
    """
    formats = formats or ("text",)
    if len(formats) == 1 and len(files) <= 1:
        return [Output(formats[0], files[0] if files else _STDOUT)]
    found = _pairs(_order(context), formats, files)
    places: set[str] = set()
    for _, file in found:
        place = file if file == _STDOUT else os.path.realpath(file)
        if place in places:
            what = "standard output" if file == _STDOUT else file
            raise UserError("--output-format", "", f"two reports would go to {what}; give each an -o of its own")
        places.add(place)
    return found


def _order(context: click.Context) -> list[str]:
    """Which of the two options were given, in order."""
    _, _, order = context.command.make_parser(context).parse_args([*context.meta[_ARGUMENTS]])
    return [param.name for param in order if param.name in ("output_format", "output_file")]


def _pairs(order: list[str], formats: tuple[str, ...], files: tuple[str, ...]) -> list[Output]:
    left, given = list(formats), list(files)
    # What the environment says stands before the command line.
    found = [Output(left.pop(0), "") for _ in range(len(left) - order.count("output_format"))]
    order = ["output_file"] * (len(given) - order.count("output_file")) + order
    for name in order:
        if name == "output_format":
            found.append(Output(left.pop(0), ""))
            continue
        file = given.pop(0)
        if not found or found[-1].file:
            raise UserError("--output-file", file, "it belongs to no --output-format: give one before each -o")
        found[-1] = found[-1]._replace(file=file)
    return [output._replace(file=output.file or _STDOUT) for output in found]


def write_reports(wanted: list[Output], checked: "Checked", given: dict[str, Any], *, fail_on: str) -> None:
    """Write every report, files first: whoever reads standard output may leave early."""
    for output in sorted(wanted, key=lambda output: output.file == _STDOUT):
        able = screen("never" if output.file != _STDOUT else given["color"])
        extras = Extras(
            rules=checked.rules,
            facts=checked.facts if given["with_facts"] or output.format in FACTS_AND_TEXTS else {},
            texts=checked.texts,
            matches=checked.matches,
            fail_on=fail_on,
            color=able.color,
            hyperlinks=able.hyperlinks,
            width=able.width,
            statistics=given["statistics"],
            quiet=given["quiet"],
            verbose=given["verbose"],
            locate=file_uri,
        )
        write(render(output.format, checked.report, extras), output.file)
