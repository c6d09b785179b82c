"""The small commands: arguments → settings → run → words → exit code, and nothing else."""

import os
from typing import Any

import click

from provlint.cli.options import cache_dir_option, config_options, file_options, load_settings, rule_options
from provlint.cli.output import note, write
from provlint.cli.sections import SectionedCommand
from provlint.cli.stdin import split_stdin, stdin_option
from provlint.errors import UserError

_output_file = click.option(
    "-o",
    "--output-file",
    type=click.Path(),
    envvar="PROVLINT_OUTPUT_FILE",
    help="Write the report there, whole or not at all.",
)


@click.command(cls=SectionedCommand)
@click.argument("paths", nargs=-1, type=click.Path(), required=True)
@config_options
@file_options
@click.option(
    "--output-format",
    type=click.Choice(["jsonl"]),
    default="jsonl",
    show_default=True,
    help="How the facts are written.",
)
@click.option("--all-claims", is_flag=True, help="List every sentence among the claims, with its score.")
@_output_file
@stdin_option
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
    files, stdin = split_stdin(paths, given["stdin_filename"], settings)
    lines, unread = [], 0
    for path, line, problem in run_extract(files, settings, stdin=stdin, all_claims=given["all_claims"]):
        lines.append(line)
        if problem:
            note(f"{path}: was left out: {problem}")
            unread += 1
    write("".join(lines), given["output_file"])
    return 1 if unread and given["fail_on"] != "never" else 0


@click.command(cls=SectionedCommand)
@click.argument("place", metavar="FILE:LINE")
@rule_options
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


@click.command(cls=SectionedCommand)
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@config_options
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


@click.command(cls=SectionedCommand)
@click.argument("name", type=click.Choice(["report", "extract", "settings"]))
def schema(name: str) -> int:
    """Print a JSON Schema: of the report, of extracted facts, or of the settings."""
    from provlint.run.schema import schema_text

    write(schema_text(name), None)
    return 0


@click.command(cls=SectionedCommand)
@cache_dir_option
def clean(cache_dir: str | None) -> int:
    """Remove what was kept from earlier runs: answers of the web, findings of unchanged documents."""
    from provlint.model.online import Online
    from provlint.run.online import clean as run_clean

    folder, count, size = run_clean(Online(cache_dir=cache_dir or ""))
    files = "1 file" if count == 1 else f"{count} files"
    note(f"removed {files} ({size:,} bytes) from {folder}" if count else f"nothing was kept in {folder}")
    return 0


@click.command(cls=SectionedCommand)
@click.option("--force", is_flag=True, help="Replace a provlint.toml that is there.")
def init(force: bool) -> int:
    """Write a commented provlint.toml to start from."""
    from provlint.settings.show import template

    if not force and (os.path.lexists("provlint.toml")):
        raise UserError("init", "provlint.toml", "it is there already; --force replaces it")
    write(template(), "provlint.toml")
    note("wrote provlint.toml")
    return 0
