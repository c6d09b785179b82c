"""Help in sections: a command with fifty options lists them by what they are about."""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

_REST = "Other options"


class _Option(click.Option):
    def __init__(self, *args: Any, section: str, **given: Any) -> None:
        super().__init__(*args, **given)
        self.section = section


def section(title: str) -> Callable[..., Callable[[Command], Command]]:
    """What makes options as `click.option` does; a command in sections lists them under this title."""
    return partial(click.option, cls=_Option, section=title)


class SectionedCommand(click.Command):
    """A command whose help lists options by section, in the order of each section's first option."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the sections; one without sections has just its options."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            row = param.get_help_record(ctx)
            if row and isinstance(param, click.Option):
                sections.setdefault(param.section if isinstance(param, _Option) else "", []).append(row)
        rest = sections.pop("", [])
        for title, rows in (*sections.items(), (_REST if sections else "Options", rest)):
            with formatter.section(title):
                formatter.write_dl(rows)
