"""The group of commands. A run imports the one that it was asked for: to make the options of all takes longer than to
read a small document does. Ctrl-C is left to `main` to tell."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from provlint.model.version import VERSION

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_WHOLE = 1_000  # characters; no sentence of ours is near it
#: Command → the module of `provlint.cli` that has it, under the same name.
_MODULES = {
    "audit": "audit",
    "check": "check",
    "clean": "commands",
    "completions": "config",
    "config": "config",
    "explain": "commands",
    "extract": "commands",
    "init": "commands",
    "rule": "commands",
    "schema": "commands",
    "source": "source",
    "verify": "verify",
}


class _Commands(click.Group):
    """A group that imports a command when it is asked for, wraps summaries where click would cut them, and says nothing
    itself where a run is stopped."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The names of all commands."""
        return [*_MODULES]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None if there is none, and then all are there, that the nearest can be named."""
        for name in (cmd_name,) if cmd_name in _MODULES else _MODULES:
            if name not in self.commands:
                self.add_command(getattr(import_module(f"provlint.cli.{_MODULES[name]}"), name))
        return super().get_command(ctx, cmd_name)

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


@click.group(cls=_Commands, context_settings=_CONTEXT)
@click.version_option(VERSION, prog_name="provlint")
def group() -> None:
    """Check where a document's words come from: its links, quotations and citations."""
