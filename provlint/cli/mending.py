"""The options that mend documents, and what becomes of a run that has them."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from provlint.cli.output import note, write
from provlint.cli.sections import Command, section
from provlint.errors import UserError
from provlint.model.settings import Settings

if TYPE_CHECKING:
    from provlint.run.check import Checked
    from provlint.run.mend import Mended
    from provlint.run.outcome import Input

_option = section("Mending")
_ASKS = ("fix", "diff", "add_ignore")


def mending_options(command: Command) -> Command:
    """Options that change documents, or show how they would."""
    for option in reversed(
        (
            _option("--fix", is_flag=True, help="Mend what can be mended without changing what a document says."),
            _option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: mend what needs a second look, too."),
            _option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
            _option(
                "--add-ignore", metavar="REASON", help="Put an ignore with this reason beside each finding there is."
            ),
        )
    ):
        command = option(command)
    return command


def check_mending(paths: Sequence[str], given: Mapping[str, Any]) -> None:
    """Refuse what goes not together, before any document is read."""
    if given["unsafe_fixes"] and not (given["fix"] or given["diff"]):
        raise UserError("--unsafe-fixes", "", "goes with --fix or --diff")
    if given["add_ignore"] is not None and (given["fix"] or given["unsafe_fixes"]):
        raise UserError("--add-ignore", "", "cannot be used with --fix: mend first, then ignore the rest")
    if any(given[key] for key in _ASKS) and given["write_baseline"]:
        raise UserError("--write-baseline", "", "cannot be used where documents are changed")
    if "-" in paths and not given["diff"] and (given["fix"] or given["add_ignore"] is not None):
        raise UserError("--fix" if given["fix"] else "--add-ignore", "-", "standard input stays as it is; use --diff")
    if given["add_ignore"] is not None:
        from provlint.fix.ignores import check_reason

        check_reason(given["add_ignore"])


def mended(
    checked: "Checked",
    again: "Callable[[], Checked]",
    given: Mapping[str, Any],
    paths: Sequence[str],
    settings: Settings,
    stdin: "Input | None",
    today: str,
) -> "Checked | int":
    """The exit code after `--diff`; the report on the documents as they are after `--fix` or `--add-ignore`."""
    if not any(given[key] for key in _ASKS):
        return checked
    from provlint.run.mend import Mender

    mender = Mender(settings, paths, stdin, today)
    if given["add_ignore"] is None:
        results = list(mender.mend(checked.report.findings, unsafe=given["unsafe_fixes"]))
    else:
        from provlint.run.ignore import ignore

        results = list(ignore(mender, checked.report.findings, given["add_ignore"]))
    if given["diff"]:
        return _show(results, given["output_file"])
    written = [one for one in results if _write(one, settings.root)]
    _tell(results)
    if not written:
        return checked
    after = again()
    done = sum(one.number for one in written), len(written)
    report = after.report
    report = report._replace(fixed=done) if given["add_ignore"] is None else report._replace(ignored=done)
    return after._replace(report=report)


def _show(results: "Sequence[Mended]", file: str | None) -> int:
    from provlint.report.commands import inert
    from provlint.text.visible import visible

    diff = b"".join(one.diff for one in results)
    if file in (None, "-") and (sys.stdout.isatty() or os.environ.get("GITHUB_ACTIONS")):
        # What reads this obeys control characters or commands in it; a patch to apply goes to a file or a pipe.
        lines = diff.decode("utf-8", "replace").split("\n")[:-1]
        diff = inert("".join(visible(line) + "\n" for line in lines)).encode()
    write(diff, file)
    _tell(results)
    changed = [one for one in results if one.data != one.was]
    for one in changed:
        if not one.diff:
            note(f"{one.path}: would change, too, but Git has no patch for its encoding")
    return 1 if changed else 0


def _write(one: "Mended", root: str) -> bool:
    """Whether the document was changed and could be written."""
    if one.problem or one.data == one.was:
        return False
    from provlint.fix.write import UnwrittenError, replace

    try:
        replace(one.path, one.was, one.data, root)
    except UnwrittenError as reason:
        note(f"{one.path} was left as it is: {reason}")
        return False
    return True


def _tell(results: "Sequence[Mended]") -> None:
    """What was not done, and why."""
    for one in results:
        if one.problem:
            note(f"{one.path} was left as it is: {one.problem}")
        for sentence in one.notes:
            note(f"{one.path}: {sentence}")
