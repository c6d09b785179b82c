"""`provlint config`, which explains settings, and `provlint completions`, which makes a shell know the commands."""

from typing import Any

import click

from provlint.cli.options import load_settings_and_sources, setting_options
from provlint.cli.output import write
from provlint.cli.sections import SectionedCommand


@click.command(cls=SectionedCommand)
@click.argument("names", metavar="[KEY]...", nargs=-1)
@setting_options
def config(names: tuple[str, ...], **given: Any) -> int:
    """Explain settings: what each does, what it takes, what is in force here and who said so."""
    from provlint.settings.explain import explain

    settings, sources = load_settings_and_sources((".",), given)
    write(explain(names, settings, sources), None)
    return 0


@click.command(cls=SectionedCommand)
@click.argument("shell", type=click.Choice(["bash", "fish", "zsh"]))
@click.pass_context
def completions(context: click.Context, /, shell: str) -> int:
    """Print the script that makes a shell complete commands and options; see docs/index.md for where it goes."""
    from click.shell_completion import ShellComplete, get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    # Bash's own `source` would start a bash to look at its version.
    write(ShellComplete.source(kind(context.find_root().command, {}, "provlint", "_PROVLINT_COMPLETE")), None)
    return 0
