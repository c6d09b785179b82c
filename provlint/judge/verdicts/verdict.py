"""What the web answered → exactly one word, and why: the one place where an answer becomes a verdict.

Pure: an answer from a store is judged anew on the way out, with the history and the settings of today. What is not
known is never `ok`, and nothing is `dead` that one look alone could have got wrong.
"""

from collections.abc import Sequence

from provlint.judge.verdicts.failures import from_failure
from provlint.judge.verdicts.fragments import from_fragment
from provlint.judge.verdicts.history import failed_days
from provlint.judge.verdicts.options import VerdictOptions
from provlint.judge.verdicts.pages import from_page
from provlint.judge.verdicts.redirects import from_way, moved
from provlint.judge.verdicts.resolvers import at_resolver
from provlint.judge.verdicts.statuses import from_status
from provlint.judge.verdicts.walls import from_wall
from provlint.model.answers import Answer
from provlint.model.web import Look, WebAnswer

_MULTIPLE_CHOICES = 300


def verdict(answer: WebAnswer, cited: str, history: Sequence[Look], options: VerdictOptions) -> Answer:
    """The verdict on `cited`, the address as it stands in a document, fragment included.

    `answer` is what asking it without its fragment gave, `history` the looks of earlier days in any order. `reason`
    goes on a sentence about the address ("…: it redirects in a circle").
    """
    days = failed_days(answer, history, options.today)
    found = at_resolver(answer, _word(answer, cited, history, days, options))
    return found._replace(
        status=answer.status,
        final_url=answer.final_url,
        chain=tuple(hop.url for hop in answer.hops) if len(answer.hops) > 1 else (),
        checked_at=answer.checked_at,
        failed_days=days,
        note="; ".join(note for note in (found.note, *_notes(answer, found)) if note),
    )


def _word(answer: WebAnswer, cited: str, history: Sequence[Look], days: int, options: VerdictOptions) -> Answer:
    if answer.failure:
        return from_failure(answer, days, options)
    if answer.status in options.words:
        return Answer(options.words[answer.status], f"the settings say so of {answer.status}", "settings")
    if found := from_wall(answer):
        return found
    if not 200 <= answer.status <= _MULTIPLE_CHOICES:
        return from_status(answer)
    return from_way(answer) or from_page(answer, history) or from_fragment(cited, answer) or _found(answer)


def _found(answer: WebAnswer) -> Answer:
    """The word for a page that is there and is the one that was cited."""
    paywall = answer.page.paywall if answer.page else ""
    found = moved(answer)
    if paywall and found.verdict == "ok":
        return found._replace(kind="paywalled", note=f"only for those who have paid: {paywall}")
    return found


def _notes(answer: WebAnswer, found: Answer) -> list[str]:
    """What is worth knowing of an address that is fine."""
    if found.verdict not in ("ok", "redirected-permanent", "redirected-temporary"):
        return []
    notes = []
    if answer.status == _MULTIPLE_CHOICES:
        notes.append("the server offers several pages to choose from")
    if answer.body_fault and (answer.body == "broken" or "beyond" in answer.body_fault):
        notes.append(f"its content could not be read whole: {answer.body_fault}")
    if answer.downgraded:
        notes.append("on the way it leads from https to http")
    if answer.page and answer.page.script_built:
        notes.append("a script builds the page: its content was not seen")
    return notes
