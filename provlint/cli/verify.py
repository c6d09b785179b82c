"""`provlint verify`: one document, every quotation in it, and what its source says."""

from typing import Any

import click

from provlint.cli.online_options import online_of, online_options, web_exit_code
from provlint.cli.options import cache_options, config_options, load_settings, sources_option
from provlint.cli.output import note, spare, write
from provlint.cli.progress import progress
from provlint.cli.sections import SectionedCommand
from provlint.cli.stdin import split_stdin, stdin_option


@click.command(cls=SectionedCommand)
@click.argument("document", type=click.Path())
@config_options
@cache_options
@stdin_option
@online_options
@sources_option
@click.option(
    "--output-format",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    envvar="PROVLINT_OUTPUT_FORMAT",
    show_default=True,
    help="How the sheet is written.",
)
@click.option("-o", "--output-file", type=click.Path(), envvar="PROVLINT_OUTPUT_FILE", help="Write the sheet there.")
def verify(document: str, **given: Any) -> int:
    """Show every quotation of a DOCUMENT (`-`: standard input) beside its source, also those that are right."""
    from provlint.report import sheet as report
    from provlint.run.sheet import sheet
    from provlint.run.today import today

    spare((document,), given["output_file"], given["record"])
    settings = load_settings((document,), given)
    _, stdin = split_stdin((document,), given["stdin_filename"], settings)
    online = online_of(given)
    shown = progress(wanted=not given["no_progress"]) if online else None
    made = sheet(document, settings, given["sources"], stdin, today=today(), online=online, progress=shown)
    if given["record"]:
        write(made.web.recording, given["record"], "--record")
    for words in made.notes:
        note(words)
    render = {"text": report.render_text, "json": report.render_json, "markdown": report.render_markdown}
    write(render[given["output_format"]](made.path, made.rows), given["output_file"])
    return web_exit_code(made.web.interrupted, made.web.no_network, given)
