"""The outcomes of all documents → the addresses and the notes of their report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from provlint.model.answers import Answer
from provlint.model.findings import LinkAnswer, LinkPlace
from provlint.read.files import Found
from provlint.rulebook.book import Rulebook
from provlint.run.outcome import Outcome

_NAMED = 3  # paths in a note


def links(results: Iterable[Outcome]) -> tuple[LinkAnswer, ...]:
    """Each address and what is known of it, once, with all of its places."""
    places: dict[LinkAnswer, list[LinkPlace]] = {}
    for outcome in results:
        for url, answer, place in outcome.addresses:
            places.setdefault(_told(url, answer), []).append(place)
    ordered = sorted(places, key=lambda link: (link.url, link.verdict, link.reason, link.checked_at or ""))
    return tuple(link._replace(places=tuple(places[link])) for link in ordered)


def _told(url: str, answer: Answer) -> LinkAnswer:
    return LinkAnswer(
        url,
        (),
        verdict=answer.verdict,
        reason=answer.reason or answer.note,
        status=answer.status or None,
        final_url=answer.final_url if answer.status else None,
        chain=answer.chain,
        checked_at=answer.checked_at or None,
    )


def weaker(results: Iterable[Outcome]) -> tuple[str, ...]:
    """What `max-findings-per-rule` left out, by rule."""
    counts: Counter[str] = Counter()
    for outcome in results:
        counts.update(dict(outcome.judged.left_out))
    return tuple(
        f"{count:,} weaker {'finding' if count == 1 else 'findings'} of {rule} left out (max-findings-per-rule)."
        for rule, count in sorted(counts.items())
    )


def notes(rulebook: Rulebook, found: Found, results: Sequence[Outcome], *, left_out: bool) -> tuple[str, ...]:
    """What a reader must know of the run; `left_out` says that what an earlier run wrote was not read."""
    told = []
    if rulebook.disabled:
        told.append(f"The settings switch off {rulebook.disabled} of the rules that are on by default.")
    excluded = dict(found.left_out).get("excluded", 0)
    if excluded:
        told.append(f"The settings exclude {excluded} {'path' if excluded == 1 else 'paths'}.")
    if left_out or "output" in dict(found.left_out):
        told.append("The report itself is not one of the documents.")
    return (*told, *_in_other_languages(results), *dict.fromkeys(note for one in results for note in one.notes))


def _in_other_languages(results: Iterable[Outcome]) -> Iterator[str]:
    """That what knows English only was silent, told once."""
    paths = [outcome.document.path for outcome in results if outcome.other_language]
    if paths:
        named = ", ".join(paths[:_NAMED]) + (f" and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else "")
        which = "1 document is" if len(paths) == 1 else f"{len(paths):,} documents are"
        yield f"{which} not in English ({named}); what looks for claims and for vague phrases was silent there."
