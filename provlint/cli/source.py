"""`provlint source`: addresses and names, what lists say of them, and what answers there."""

from typing import Any

import click

from provlint.cli.online_options import online_of, online_options, web_exit_code
from provlint.cli.options import cache_options, config_options, load_settings
from provlint.cli.output import write
from provlint.cli.progress import progress
from provlint.cli.sections import SectionedCommand


@click.command(cls=SectionedCommand)
@click.argument("asked", metavar="URL|NAME...", nargs=-1, required=True)
@config_options
@cache_options
@online_options
@click.option("--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True)
def source(asked: tuple[str, ...], output_format: str, **given: Any) -> int:
    """Say what lists know of addresses and outlets, each with its list and date; --online: what answers there, too."""
    from provlint.run.source import describe
    from provlint.run.today import today

    settings, online = load_settings((".",), given), online_of(given)
    shown = progress(wanted=not given["no_progress"]) if online else None
    described = describe(asked, settings, output_format, today=today(), online=online, progress=shown)
    write(described.text, None)
    checked = described.checked
    if not checked:
        return 0
    if given["record"]:
        write(checked.recording, given["record"], "--record")
    return web_exit_code(checked.interrupted, checked.no_network, given)
