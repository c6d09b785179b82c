"""`provlint audit`: arguments → settings → run → two files → exit code."""

import os
from typing import Any

import click

from provlint.cli.online_options import online_of, online_options, web_exit_code
from provlint.cli.options import load_settings, run_options
from provlint.cli.output import note, write
from provlint.cli.progress import progress
from provlint.cli.sections import SectionedCommand
from provlint.errors import UserError

_OPTION = "--output-dir"


@click.command(cls=SectionedCommand)
@click.argument("paths", nargs=-1, type=click.Path())
@run_options
@click.option(
    _OPTION, "folder", metavar="FOLDER", required=True, type=click.Path(), help="Where report.json and report.md go."
)
@click.option("--force", is_flag=True, help="Replace a report.json or report.md that no audit wrote.")
@online_options
def audit(paths: tuple[str, ...], **given: Any) -> int:
    """Check documents once and write two reports, one for people and one for machines.

    The exit code is 0 whatever is found, unless --fail-on is given. FOLDER/report.md is never one of the documents.
    """
    paths = paths or (".",)
    settings = load_settings(paths, given)
    folder = given["folder"]
    page, data = os.path.join(folder, "report.md"), os.path.join(folder, "report.json")
    from provlint.report.audit import MARK
    from provlint.report.json import OPENING

    if not given["force"]:
        _refuse_foreign(page, MARK)
        _refuse_foreign(data, OPENING)
    online = online_of(given)
    from provlint.run.audit import audit as run_audit
    from provlint.run.today import today

    shown = progress(wanted=not given["no_progress"]) if online else None
    found = run_audit(paths, settings, today=today(), page_path=page, online=online, progress=shown)
    if given["record"]:
        write(found.checked.recording, given["record"], "--record")
    _make(folder)
    write(found.json, data, _OPTION)
    write(found.page, page, _OPTION)
    note(f"wrote {data} and {page}")
    cut = web_exit_code(found.checked.interrupted, found.checked.no_network, given)
    if cut:
        return cut
    if given["exit_zero"] or given["fail_on"] is None:
        return 0
    from provlint.run.verdict import exit_code

    return exit_code(found.checked.report, given["fail_on"])


def _refuse_foreign(path: str, beginning: str) -> None:
    """Stop before a file is replaced that does not begin as ours do."""
    if not os.path.lexists(path):
        return
    expected = beginning.encode()
    try:
        with open(path, "rb") as stream:
            is_ours = os.path.isfile(path) and stream.read(len(expected)) == expected
    except OSError:
        is_ours = False
    if not is_ours:
        raise UserError(_OPTION, path, "it is there already, and no audit wrote it; --force replaces it")


def _make(folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise UserError(_OPTION, folder, (error.strerror or str(error)).lower()) from None
