"""`provlint check --watch`: a check now, and one after each change, of which only what is different is said."""

import gc
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from provlint.cli.options import load_settings
from provlint.cli.output import note, screen, write
from provlint.cli.outputs import Output, write_reports
from provlint.errors import UserError
from provlint.model.settings import Settings

if TYPE_CHECKING:
    from provlint.model.findings import Report
    from provlint.run.check import Checked
    from provlint.run.watched import Watched

#: What goes not with watching, and why.
_AGAINST = {
    "fix": "it would change what is being written",
    "diff": "it is for one look",
    "add_ignore": "it would change what is being written",
    "write_baseline": "it is for one look",
    "with_facts": "it is for the JSON of one look",
}
_INTERRUPTED = 130

watch_option = click.option(
    "--watch",
    is_flag=True,
    help="Check again whenever a document or the settings change, and say what is different; Ctrl-C ends it.",
)


def check_watch(paths: Sequence[str], wanted: Sequence[Output], given: Mapping[str, Any]) -> None:
    """Refuse what goes not together with watching."""
    for key, why in _AGAINST.items():
        if given.get(key) not in (None, False, ()):
            raise UserError("--watch", f"--{key.replace('_', '-')}", why)
    if not given["offline"]:
        raise UserError("--watch", "--online", "addresses that are half written are no one's to be asked for")
    if "-" in paths:
        raise UserError("--watch", "-", "standard input is read once")
    if [*wanted] != [Output("text", "-")]:
        raise UserError("--watch", "--output-format", "what changed is told as text on standard output")


def watch(
    paths: tuple[str, ...], wanted: list[Output], given: dict[str, Any], check: Callable[[Settings], "Checked"]
) -> int:
    """Check until Ctrl-C; the exit code. What is wrong with the settings ends only the first check."""
    from provlint.run.watched import Watched

    watched = Watched(paths)
    try:
        before = _look(paths, given, watched, check)
        write_reports(wanted, before, given, fail_on="never")
        sys.stdout.flush()
        note("watching for changes; Ctrl-C ends")
        while True:
            changed = watched.wait()
            write(_opening(changed, given), None)
            sys.stdout.flush()  # before the check, which takes its time or complains
            try:
                after = _look(paths, given, watched, check)
            except UserError as error:
                note(str(error))
            else:
                _tell(before.report, after, wanted, given)
                before = after
            sys.stdout.flush()
    except KeyboardInterrupt:
        note("no longer watching")
        return _INTERRUPTED


def _look(
    paths: tuple[str, ...], given: dict[str, Any], watched: "Watched", check: Callable[[Settings], "Checked"]
) -> "Checked":
    """One check. All files are noted before they are read, so that no change is lost, even where settings fail."""
    from provlint.settings.location import places

    others = [*places(paths, os.getcwd()), *given["config"], *filter(None, [given["baseline"]])]
    watched.note(Settings(), others)
    settings = load_settings(paths, given)
    watched.note(settings, others)
    checked = check(settings)
    gc.collect()  # switched off for single runs; this process lives for hours
    return checked


def _opening(paths: Sequence[str], given: Mapping[str, Any]) -> str:
    from provlint.report.changed import opening
    from provlint.text.paths import relative

    names = [relative(path, os.getcwd()) if os.path.isabs(path) else path for path in paths]
    return opening(time.strftime("%H:%M:%S"), names, color=screen(given["color"]).color)


def _tell(before: "Report", after: "Checked", wanted: list[Output], given: dict[str, Any]) -> None:
    """Write the findings that are new, then what is gone and what is left."""
    from provlint.report.changed import closing
    from provlint.run.changed import changed

    new, gone = changed(before, after.report, after.rules)
    told = after._replace(report=after.report._replace(findings=new))
    write_reports(wanted, told, {**given, "quiet": True, "statistics": False}, fail_on="never")
    write(closing(after.report, new, gone, color=screen(given["color"]).color), None)
