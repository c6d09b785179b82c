"""robots.txt (RFC 9309), for those who want it obeyed: asked once a host."""

from urllib.robotparser import RobotFileParser

from provlint.model.web import Wanted
from provlint.web import chain
from provlint.web.client import Client
from provlint.web.crew import Steps
from provlint.web.target import Target


class Robots:
    """What one host says; for one task."""

    def __init__(self) -> None:
        self._rules: dict[str, RobotFileParser] = {}

    def forbids(self, client: Client, target: Target) -> Steps[bool]:
        """Whether the host asks provlint to keep away from the target."""
        origin = target._replace(path="/robots.txt").url
        rules = self._rules.get(origin)
        if rules is None:
            rules = self._rules[origin] = RobotFileParser()
            answer = yield from chain.follow(client, Wanted(origin, text=True))
            is_text = not answer.failure and answer.status == 200 and answer.content_type.startswith("text/plain")
            rules.parse(answer.text[:500_000].splitlines() if is_text else [])
        return not rules.can_fetch("provlint", target.url)
