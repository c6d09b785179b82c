"""The commands: arguments → settings → run → words → exit code, and nothing else."""

import os
import sys
from typing import Any

import click

from provlint.cli.audit import audit
from provlint.cli.changes import change_options, sieve_of, write_baseline
from provlint.cli.config import completions, config
from provlint.cli.group import Commands
from provlint.cli.mending import check_mending, mended, mending_options
from provlint.cli.online_options import cache_dir_option, online_of, online_options
from provlint.cli.options import judging_options, load_settings, load_settings_and_sources, settings_options
from provlint.cli.output import note, write
from provlint.cli.outputs import OrderedCommand, output_options, outputs, write_reports
from provlint.cli.verify import sources_option, verify
from provlint.errors import UserError
from provlint.model.settings import Settings
from provlint.model.version import VERSION
from provlint.report.formats import FACTS_AND_TEXTS

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_output_file = click.option(
    "-o",
    "--output-file",
    type=click.Path(),
    envvar="PROVLINT_OUTPUT_FILE",
    help="Write the report there, whole or not at all.",
)
_stdin_name = click.option("--stdin-filename", metavar="PATH", help="The path that standard input (`-`) goes by.")


@click.group(cls=Commands, context_settings=_CONTEXT)
@click.version_option(VERSION, prog_name="provlint")
def group() -> None:
    """Check where a document's words come from: its links, quotations and citations."""


@group.command(cls=OrderedCommand)
@click.argument("paths", nargs=-1, type=click.Path())
@settings_options
@judging_options
@change_options
@mending_options
@output_options
@_stdin_name
@click.option("--with-facts", is_flag=True, help="Put each document's facts into the JSON report.")
@click.option("--statistics", is_flag=True, help="Count findings by rule in place of listing them.")
@click.option("--show-files", is_flag=True, help="List the documents that would be read, and stop.")
@click.option("--show-settings", is_flag=True, help="Print the settings in force, and stop.")
@online_options
@sources_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@click.option("-v", "--verbose", is_flag=True, help="Fold nothing; say what was left out.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    envvar="PROVLINT_COLOR",
    show_default=True,
    help="Whether the text report has colours.",
)
@click.option("--no-progress", is_flag=True, envvar="PROVLINT_NO_PROGRESS", help="Show no progress on standard error.")
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
        return _show_files(paths, given)
    from provlint.run.check import check as run_check
    from provlint.run.today import today

    check_mending(paths, given)
    online = online_of(given)
    stdin = _stdin(given["stdin_filename"], settings) if "-" in paths else None
    files = tuple(path for path in paths if path != "-")
    shown = _progress(given) if online else None

    shows_texts = any(output.format in FACTS_AND_TEXTS for output in wanted)

    def run() -> Any:
        return run_check(
            files,
            settings,
            stdin=stdin,
            today=today(),
            with_facts=given["with_facts"] or shows_texts,
            with_texts=shows_texts,
            counts=any(output.format not in ("text", "markdown") for output in wanted),
            sieve=sieve_of({**given, "paths": paths}, settings),
            online=online,
            progress=shown,
            sources=given["sources"],
        )

    checked = mended(run(), run, given, files, settings, stdin, today())
    if isinstance(checked, int):
        return 0 if given["exit_zero"] else checked
    if online and online.record:
        write(checked.recording, online.record, "--record")
    write_baseline(checked, given)
    write_reports(
        wanted,
        checked.report,
        given,
        rules=checked.rules,
        facts=checked.facts,
        texts=checked.texts,
        matches=checked.matches,
        fail_on=settings.fail_on,
    )
    return _exit_code(checked, settings, given)


def _progress(given: dict[str, Any]) -> Any:
    from provlint.cli.progress import progress

    return progress(wanted=not (given["no_progress"] or given["quiet"]))


def _exit_code(checked: Any, settings: Settings, given: dict[str, Any]) -> int:
    if checked.interrupted:
        note("interrupted")
        return 130
    if checked.no_network and given["require_network"]:
        note("there is no network, and --require-network was given")
        return 2
    if given["exit_zero"]:
        return 0
    from provlint.run.verdict import exit_code

    return exit_code(checked.report, settings.fail_on)


def _show_files(paths: tuple[str, ...], given: dict[str, Any]) -> int:
    from provlint.read.files import find
    from provlint.text.visible import visible

    found = find([path for path in paths if path != "-"], load_settings(paths, given), os.getcwd())
    write("".join(visible(path) + "\n" for path in found.files), None)
    if given["verbose"]:
        for reason, count in found.left_out:
            note(f"left out, {reason}: {count}")
    return 0


def _stdin(name: str | None, settings: Any) -> Any:
    """What stands on standard input, under the name and in the format it is said to have."""
    from provlint.read.files import format_of
    from provlint.run.outcome import Input

    path = name or "-"
    return Input(sys.stdin.buffer.read(settings.max_file_size + 1), path, format_of(path, settings) or "markdown")


group.add_command(audit)
group.add_command(completions)
group.add_command(config)
group.add_command(verify)


@group.command()
@click.argument("paths", nargs=-1, type=click.Path(), required=True)
@settings_options
@click.option(
    "--output-format",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    show_default=True,
    help="How the facts are written.",
)
@click.option("--all-claims", is_flag=True, help="List every sentence among the claims, with its score.")
@_output_file
@_stdin_name
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="never",
    help="Exit 1 when a document could not be read, unless `never`.  [default: never]",
)
def extract(paths: tuple[str, ...], **given: Any) -> int:
    """Print what documents contain, a line of JSON each: blocks, links, claims, citations and more."""
    from provlint.run.extract import extract as run_extract

    settings = load_settings(paths, given)
    stdin = _stdin(given["stdin_filename"], settings) if "-" in paths else None
    files = tuple(path for path in paths if path != "-")
    lines, unread = [], 0
    for path, line, problem in run_extract(files, settings, stdin=stdin, all_claims=given["all_claims"]):
        lines.append(line)
        if problem:
            note(f"{path}: was left out: {problem}")
            unread += 1
    write("".join(lines), given["output_file"])
    return 1 if unread and given["fail_on"] != "never" else 0


@group.command()
@click.argument("place", metavar="FILE:LINE")
@settings_options
def explain(place: str, **given: Any) -> int:
    """Show the facts that stand on a line and, for each rule on them, whether it fired or why not."""
    path, _, line = place.rpartition(":")
    if not path or not line.isdigit() or int(line) < 1:
        raise UserError("explain", place, "give a file and a line, as in notes.md:12")
    from provlint.report.explain import render
    from provlint.run.explain import explain as run_explain
    from provlint.run.today import today

    settings = load_settings((path,), given)
    write(render(path, int(line), run_explain(path, int(line), settings, today())), None)
    return 0


@group.command()
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@settings_options
@click.option("--all", "every", is_flag=True, help="List every rule.")
@click.option("--fields", is_flag=True, help="List the fields that conditions and messages may name.")
@click.option("--output-format", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
def rule(codes: tuple[str, ...], every: bool, fields: bool, output_format: str, **given: Any) -> int:
    """Explain rules by id or name: what they find, why it matters, what to do."""
    from provlint.run.rules import describe, describe_fields

    if fields:
        write(describe_fields(), None)
        return 0
    if not codes and not every:
        raise UserError("rule", "", "name a rule by its id or name, or list all of them with --all")
    write(describe(() if every else codes, load_settings((".",), given), output_format), None)
    return 0


@group.command()
@click.argument("asked", metavar="URL|NAME...", nargs=-1, required=True)
@settings_options
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
def source(asked: tuple[str, ...], output_format: str, **given: Any) -> int:
    """Say what lists know of addresses and outlets: kind, control, assessment, each with its list and date."""
    from provlint.run.source import describe

    write(describe(asked, load_settings((".",), given), output_format), None)
    return 0


@group.command()
@click.argument("name", type=click.Choice(["report", "extract", "settings"]))
def schema(name: str) -> int:
    """Print a JSON Schema: of the report, of extracted facts, or of the settings."""
    from provlint.run.schema import schema_text

    write(schema_text(name), None)
    return 0


@group.command()
@cache_dir_option
def clean(cache_dir: str | None) -> int:
    """Remove what was kept from earlier runs: answers of the web, findings of unchanged documents."""
    from provlint.model.online import Online
    from provlint.run.online import clean as run_clean

    folder, count, size = run_clean(Online(cache_dir=cache_dir or ""))
    note(f"removed {count} files ({size:,} bytes) from {folder}" if count else f"nothing was kept in {folder}")
    return 0


@group.command()
@click.option("--force", is_flag=True, help="Replace a provlint.toml that is there.")
def init(force: bool) -> int:
    """Write a commented provlint.toml to start from."""
    from provlint.settings.show import template

    if not force and (os.path.lexists("provlint.toml")):
        raise UserError("init", "provlint.toml", "it is there already; --force replaces it")
    write(template(), "provlint.toml")
    note("wrote provlint.toml")
    return 0
