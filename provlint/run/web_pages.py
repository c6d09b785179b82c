"""What the web answered for a cited address → the page that a quotation is compared with, or why there is none."""

from provlint.model.answers import Answer
from provlint.model.document import Document
from provlint.model.facts import Link
from provlint.model.matches import Fetched
from provlint.model.web import WebAnswer
from provlint.run.web_view import WebView
from provlint.run.wishes import Missing

_HTML = frozenset(("text/html", "application/xhtml+xml", ""))


class WebPages:
    """The pages a run has fetched. `missing` gathers those that are still to be asked for."""

    def __init__(self, view: WebView) -> None:
        self._view = view
        self.missing: list[Missing] = []

    def page(self, _: Document, __: str, link: Link | None = None) -> Fetched | None:
        """The page of a link; None if it is none of the web's, or not fetched yet."""
        if link is None:
            return None
        kept, answer, missing = self._view.page(link)
        if missing:
            self.missing += missing
            return None
        if kept is None:
            return Fetched(None, why=_why(answer))
        return fetched(kept.answer, answer)


def fetched(said: WebAnswer, judged: Answer | None) -> Fetched:
    """The words of an answer; of one that is no page, why they are not there."""
    if said.text and said.status < 400:  # a wall for payers shows some of the words: they are read all the same
        return Fetched(said.text, "html" if said.content_type in _HTML else "text")
    if said.status < 400 and said.body == "type":
        return Fetched(None, why=f"it is {said.content_type or 'no text'}, which is not read")
    return Fetched(None, why=_why(judged))


def _why(answer: Answer | None) -> str:
    if answer is None:
        return "it was not read"
    return f"{answer.verdict}, {answer.reason}" if answer.reason else answer.verdict
