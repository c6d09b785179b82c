"""The group of commands, whose help says each command's first sentence whole."""

import click

from provlint.cli.sections import SectionedCommand

_WHOLE = 1_000  # characters; no sentence of ours is near it


class Commands(click.Group):
    """A group that wraps summaries where click would cut them."""

    command_class = SectionedCommand

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with its first sentence."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(_WHOLE)) for name, command in found if command and not command.hidden]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)
