"""The options that say whether and how addresses are asked, and what they become."""

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from provlint.cli.options import with_options
from provlint.cli.output import note
from provlint.cli.sections import Command, section
from provlint.errors import UserError

if TYPE_CHECKING:
    from provlint.model.online import Online, Resolved

_option = section("The web")
_CREDENTIALS = "PROVLINT_CREDENTIALS_"
_LARGEST_HOSTS_FILE = 10_000_000  # characters


def _env(name: str) -> str:
    return f"PROVLINT_{name}"


_ONLINE = (
    _option("--offline/--online", default=True, help="Whether addresses may be asked.  [default: offline]"),
    _option("--require-network", is_flag=True, envvar=_env("REQUIRE_NETWORK"), help="Exit 2 without a network."),
    _option(
        "--timeout",
        type=click.FloatRange(min=0.1, max=3600),
        metavar="SECONDS",
        envvar=_env("TIMEOUT"),
        help="For one address, redirects and all.  [default: 20]",
    ),
    _option(
        "--allow-private",
        multiple=True,
        metavar="NETWORK",
        envvar=_env("ALLOW_PRIVATE"),
        help="A private network that may be asked, such as 10.1.0.0/16; `all` for every one.",
    ),
    _option(
        "--port",
        "ports",
        multiple=True,
        type=click.IntRange(1, 65_535),
        metavar="N",
        envvar=_env("PORT"),
        help="A port that may be asked besides 80, 443, 8080 and 8443.",
    ),
    _option("--ca-file", metavar="FILE", type=click.Path(), envvar=_env("CA_FILE"), help="More certificates (PEM)."),
    _option("--proxy", metavar="URL", envvar=_env("PROXY"), help="A proxy; addresses behind it are not checked."),
    _option(
        "--resolve",
        multiple=True,
        metavar="HOST:PORT:ADDR",
        help="The address of a host (`*.name`: all below it, `*`: all) at a port (`*`: any).",
    ),
    _option("--hosts-file", metavar="FILE", type=click.Path(), help="The same, as /etc/hosts says it."),
    _option(
        "--archive",
        metavar="URL",
        envvar=_env("ARCHIVE"),
        help="The service that is asked for copies of dead pages; `none` for no such service.",
    ),
    _option("--contact", metavar="ADDRESS", envvar=_env("CONTACT"), help="Tell servers whom to write to."),
    _option("--record", metavar="FILE", type=click.Path(), help="Keep what was answered in a file."),
    _option("--replay", metavar="FILE", type=click.Path(), help="Take the answers from such a file."),
    _option("--no-progress", is_flag=True, envvar=_env("NO_PROGRESS"), help="Show no progress on standard error."),
)


def online_options(command: Command) -> Command:
    """Options about asking the web; none of them can stand in a repository's settings."""
    return with_options(command, _ONLINE)


def online_of(given: Mapping[str, Any]) -> "Online | None":
    """What the options say; None for a run that asks nobody."""
    if given["offline"] and not given["replay"]:
        for option in ("record", "require_network"):
            if given[option]:
                raise UserError(f"--{option.replace('_', '-')}", "", "needs --online")
        return None
    if given["record"] and given["replay"]:
        raise UserError("--record", given["record"], "cannot be given with --replay")
    from provlint.model.online import Online

    return Online(
        cached=not given["no_cache"],
        cache_dir=given["cache_dir"] or "",
        timeout=given["timeout"] or 0.0,
        allow_private=tuple(word for words in given["allow_private"] for word in words.split(",")),
        ports=tuple(given["ports"]),
        ca_file=given["ca_file"] or "",
        proxy=given["proxy"] or "",
        resolved=(*map(_resolved, given["resolve"]), *_hosts_file(given["hosts_file"])),
        credentials=tuple(
            sorted(
                (name.removeprefix(_CREDENTIALS), value)
                for name, value in os.environ.items()
                if name.startswith(_CREDENTIALS)
            )
        ),
        record=given["record"] or "",
        replay=given["replay"] or "",
        archive=given["archive"] or "",
        contact=given["contact"] or "",
    )


def web_exit_code(interrupted: bool, no_network: bool, given: Mapping[str, Any]) -> int:
    """The exit code of a run that Ctrl-C or a missing network cut short, which is told; 0 for any other."""
    if interrupted:
        note("interrupted")
        return 130
    if no_network and given["require_network"]:
        note("there is no network, and --require-network was given")
        return 2
    return 0


def _resolved(written: str) -> "Resolved":
    from provlint.model.online import Resolved

    host, first, rest = written.partition(":")
    port, second, addresses = rest.partition(":")
    known = port == "*" or (port.isdigit() and 0 < int(port) <= 65_535)
    found = tuple(address.strip("[] ") for address in addresses.split(","))
    if not (host and first and second and known and all(found)):
        raise UserError("--resolve", written, "is not HOST:PORT:ADDRESS")
    return Resolved(host.lower().rstrip("."), 0 if port == "*" else int(port), tuple(map(_address, found)))


def _address(text: str) -> str:
    from ipaddress import ip_address

    try:
        return str(ip_address(text))
    except ValueError:
        raise UserError("--resolve", text, "is no address such as 192.0.2.1") from None


def _hosts_file(path: str | None) -> "list[Resolved]":
    """The lines of a file like /etc/hosts: an address and the names that lead to it."""
    if not path:
        return []
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read(_LARGEST_HOSTS_FILE)
    except OSError as error:
        raise UserError("--hosts-file", path, (error.strerror or str(error)).lower()) from None
    from provlint.model.online import Resolved

    rows: dict[str, list[str]] = {}
    for line in text.splitlines():
        address, *names = line.partition("#")[0].split() or ("",)
        for name in names:
            rows.setdefault(name.lower().rstrip("."), []).append(_address(address))
    return [Resolved(name, 0, tuple(addresses)) for name, addresses in rows.items()]
