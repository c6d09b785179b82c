"""`provlint check`: arguments → settings → run → reports → exit code."""

import os
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import click

from provlint.cli.changes import change_options, sieve_of, write_baseline
from provlint.cli.mending import check_mending, mended, mending_options
from provlint.cli.online_options import online_of, online_options, web_exit_code
from provlint.cli.options import load_settings_and_sources, run_options, sources_option
from provlint.cli.output import note, spare, write
from provlint.cli.outputs import OrderedCommand, Output, output_options, outputs, write_reports
from provlint.cli.progress import progress
from provlint.cli.sections import section
from provlint.cli.stdin import split_stdin, stdin_option
from provlint.cli.watch import check_watch, watch, watch_option
from provlint.model.settings import Settings
from provlint.report.formats import FACTS_AND_TEXTS

if TYPE_CHECKING:
    from provlint.run.check import Checked

_report = section("Reports")


@click.command(cls=OrderedCommand)
@click.argument("paths", nargs=-1, type=click.Path())
@run_options
@change_options
@mending_options
@output_options
@stdin_option
@_report("--with-facts", is_flag=True, help="Put each document's facts into the JSON report.")
@_report("--statistics", is_flag=True, help="Count findings by rule in place of listing them.")
@_report("-q", "--quiet", is_flag=True, help="Print findings only.")
@_report("-v", "--verbose", is_flag=True, help="Fold nothing; say what was left out.")
@_report(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    envvar="PROVLINT_COLOR",
    show_default=True,
    help="Whether the text report has colours.",
)
@online_options
@sources_option
@watch_option
@click.option("--show-files", is_flag=True, help="List the documents that would be read, and stop.")
@click.option("--show-settings", is_flag=True, help="Print the settings in force, and stop.")
@click.pass_context
def check(context: click.Context, /, paths: tuple[str, ...], **given: Any) -> int:
    """Check documents and report findings; PATHS are files, folders, or `-` for standard input."""
    paths = paths or (".",)
    wanted = outputs(context, given["output_format"], given["output_file"])
    given["output_file"] = wanted[-1].file
    settings, sources = load_settings_and_sources(paths, given)
    if given["show_settings"]:
        from provlint.settings.show import show

        write(show(settings, sources), None)
        return 0
    if given["show_files"]:
        return _show_files(paths, settings, verbose=given["verbose"])
    check_mending(paths, given)
    spare(paths, *(output.file for output in wanted), given["record"])
    if given["watch"]:
        check_watch(paths, wanted, given)
        return watch(paths, wanted, given, lambda settings: cast("Checked", _checked(paths, settings, wanted, given)))
    checked = _checked(paths, settings, wanted, given)
    if isinstance(checked, int):
        return 0 if given["exit_zero"] else checked
    if given["record"]:
        write(checked.recording, given["record"], "--record")
    write_baseline(checked, given)
    write_reports(wanted, checked, given, fail_on=settings.fail_on)
    return _exit_code(checked, settings, given)


def _checked(
    paths: tuple[str, ...], settings: Settings, wanted: list[Output], given: dict[str, Any]
) -> "Checked | int":
    """What the run gives, after mending if that was asked for; the exit code where a diff was all that was wanted."""
    online = online_of(given)
    from provlint.run.check import check as run_check
    from provlint.run.today import today

    files, stdin = split_stdin(paths, given["stdin_filename"], settings)
    formats = {output.format for output in wanted}
    shows_texts = bool(formats & FACTS_AND_TEXTS)
    run = partial(
        run_check,
        files,
        settings,
        stdin=stdin,
        today=today(),
        with_facts=given["with_facts"] or shows_texts,
        with_texts=shows_texts,
        counts=not formats <= {"text", "markdown"},
        online=online,
        progress=progress(wanted=not (given["no_progress"] or given["quiet"])) if online else None,
        sources=given["sources"],
        leave_out=[output.file for output in wanted if output.file != "-"],
    )

    def once() -> "Checked":
        return run(sieve=sieve_of({**given, "paths": paths}, settings))

    return mended(once(), once, given, files, settings, stdin, today())


def _exit_code(checked: "Checked", settings: Settings, given: dict[str, Any]) -> int:
    cut = web_exit_code(checked.interrupted, checked.no_network, given)
    if cut:
        return cut
    if given["exit_zero"]:
        return 0
    from provlint.run.verdict import exit_code

    return exit_code(checked.report, settings.fail_on)


def _show_files(paths: tuple[str, ...], settings: Settings, *, verbose: bool) -> int:
    from provlint.read.files import find
    from provlint.text.visible import visible

    found = find([path for path in paths if path != "-"], settings, os.getcwd())
    write("".join(visible(path) + "\n" for path in found.files), None)
    if verbose:
        for reason, count in found.left_out:
            note(f"left out, {reason}: {count}")
    return 0
