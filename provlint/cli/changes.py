"""The options for a repository with years of old text: only what is new, and mending it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from provlint.cli.output import note, write
from provlint.cli.sections import Command, section
from provlint.errors import UserError
from provlint.model.settings import Settings

if TYPE_CHECKING:
    from provlint.run.check import Checked
    from provlint.run.sieve import Sieve

_option = section("Only what is new")


def change_options(command: Command) -> Command:
    """Options that narrow a run to what is new."""
    for option in reversed(
        (
            _option(
                "--since",
                metavar="REV",
                envvar="PROVLINT_SINCE",
                help="Report only what was added or changed since the merge base with a Git revision.",
            ),
            section("Settings")(
                "--config-from",
                metavar="REV",
                envvar="PROVLINT_CONFIG_FROM",
                help="Take the settings file as it stands in a Git revision.",
            ),
            _option(
                "--baseline",
                metavar="FILE",
                type=click.Path(),
                envvar="PROVLINT_BASELINE",
                help="Leave out the findings this file accepts.",
            ),
            _option("--write-baseline", is_flag=True, help="Accept all findings: write them to the baseline."),
        )
    ):
        command = option(command)
    return command


def sieve_of(given: Mapping[str, Any], settings: Settings) -> "Sieve | None":
    """What the run is narrowed to, None for a run of everything."""
    since, baseline, is_written = given["since"], given["baseline"], given["write_baseline"]
    if is_written:
        _check_writing(given)
    if since is None and baseline is None:
        return None
    from provlint.run.sieve import Asked, Sieve

    if since is not None and "-" in given["paths"]:
        raise UserError("--since", "-", "Git knows nothing of standard input")
    if since == "":  # what an empty variable in a script becomes, and never everything
        raise UserError("--since", "", "give a revision, such as origin/main")
    if baseline == "":
        raise UserError("--baseline", "", "give a file")
    return Sieve(Asked(since or "", baseline or "", is_written), settings.max_file_size)


def _check_writing(given: Mapping[str, Any]) -> None:
    if not given["baseline"]:
        raise UserError("--write-baseline", "", "give the file with --baseline FILE")
    if given["since"]:
        raise UserError("--write-baseline", "", "cannot be used with --since: it accepts all there is, not a change")
    from provlint.run.baseline import is_baseline

    if not is_baseline(given["baseline"]):
        raise UserError("--write-baseline", given["baseline"], "is there already, and is no baseline")


def write_baseline(checked: "Checked", given: Mapping[str, Any]) -> None:
    """Write the baseline if that was asked for."""
    if given["write_baseline"]:
        from provlint.run.baseline import text_of

        write(text_of(checked.entries), given["baseline"], "--baseline")
        count = sum(entry.times for entry in checked.entries)
        note(f"wrote {given['baseline']}: {count:,} {'finding' if count == 1 else 'findings'} accepted")
