"""The group of commands: help says each command's first sentence whole, and Ctrl-C is left to `main` to tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from provlint.cli.sections import SectionedCommand

_WHOLE = 1_000  # characters; no sentence of ours is near it


class Commands(click.Group):
    """A group that wraps summaries where click would cut them, and says nothing itself where a run is stopped."""

    command_class = SectionedCommand

    def make_context(self, *args: Any, **given: Any) -> click.Context:
        """What click makes of the arguments."""
        with _silently():
            return super().make_context(*args, **given)

    def invoke(self, ctx: click.Context) -> Any:
        """What the command gives."""
        with _silently():
            return super().invoke(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with its first sentence."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str(_WHOLE)) for name, command in found if command and not command.hidden]
        if rows:
            with formatter.section("Commands"):
                formatter.write_dl(rows)


@contextmanager
def _silently() -> Iterator[None]:
    """Ctrl-C inside as `click.Abort`: for a KeyboardInterrupt click prints a line, and an empty one."""
    try:
        yield
    except KeyboardInterrupt:
        raise click.Abort from None
