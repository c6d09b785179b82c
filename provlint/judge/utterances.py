"""Quotations and attributions → their records: a speaker, what stands beside it, what it said before."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from provlint.judge.speakers import History, Utterance, is_own, role, utterances, who
from provlint.judge.surroundings import Place, Places, holds
from provlint.model.document import Document
from provlint.model.facts import Attribution, Facts, Quotation, SourceInScope
from provlint.model.record_words import AttributionRecord, QuotationRecord
from provlint.text import normal

_CUT = 200


def quotation_records(
    document: Document, facts: Facts, document_sources: int
) -> Iterator[tuple[QuotationRecord, Quotation]]:
    """Every quotation with its record, in source order, terms among them."""
    wholes = utterances(facts.quotations)
    history, places = History(facts, wholes), Places(document, facts)
    inside = holds(facts.quotations)
    seen: Counter[int] = Counter()
    for number, quotation in enumerate(facts.quotations):
        whole = wholes[quotation.group]
        seen[quotation.group] += quotation.kind != "term"
        part = max(1, seen[quotation.group])
        place = places.around(quotation)
        record = QuotationRecord(
            path=document.path,
            format=document.format,
            **_words(quotation, whole, part),
            **_placed(place),
            **_spoken(document, quotation),
            **_sourced(quotation, whole, place),
            holds=inside[number],
            document_sources=document_sources,
            times=history.times(quotation),
            occurrence=history.occurrence(quotation) if part == 1 else 0,
            sourced_before=history.sourced_before(quotation),
        )
        yield record, quotation


def attribution_record(document: Document, told: Attribution, document_sources: int) -> AttributionRecord:
    """The record of indirect speech."""
    text = document.source[told.start : told.end]
    nearest = told.sources[0] if told.sources else None
    return AttributionRecord(
        path=document.path,
        format=document.format,
        text=text[:_CUT],
        word_count=len(text.split()),
        speaker=told.source.text,
        speaker_name=told.source.name,
        speaker_kind=told.source.kind,
        who=who(told.source),
        own_words=is_own(told.source),
        cue=told.cue.text if told.cue else "",
        source_count=len(told.sources),
        source=nearest.text if nearest else "",
        source_kind=nearest.kind if nearest else "",
        source_scope=nearest.scope if nearest else "",
        document_sources=document_sources,
    )


def _words(quotation: Quotation, whole: Utterance, part: int) -> dict[str, Any]:
    changed = quotation.alterations
    counted = whole.parts if part == 1 and quotation.kind != "term" else [quotation]
    return {
        "kind": quotation.kind,
        "text": quotation.plain[:_CUT],
        "word_count": sum(len(one.plain.split()) for one in counted),
        "part": part,
        "part_count": max(1, len(whole.parts)),
        "depth": quotation.depth,
        "turn": quotation.turn,
        "opened": quotation.opened,
        "closed": quotation.closed or quotation.goes_on,
        "inserted": "”, “".join(changed.inserted)[:_CUT],
        "inserted_count": len(changed.inserted),
        "elided": changed.elided,
        "sic": changed.sic,
        "emphasis": changed.emphasis,
    }


def _placed(place: Place) -> dict[str, Any]:
    return {
        "block": place.kind,
        "alone": place.alone,
        "in_heading": place.in_heading,
        "in_quote": place.in_quote,
        "in_post": place.in_post,
        "in_excerpt": place.in_excerpt,
        "introduced": place.introduced,
        "source_above": place.source_above,
        "signed": place.signed,
        "author": place.author,
    }


def _spoken(document: Document, quotation: Quotation) -> dict[str, Any]:
    speaker = quotation.speaker
    if speaker is None:
        return {}
    return {
        "speaker": speaker.text,
        "speaker_name": speaker.name,
        "speaker_kind": speaker.kind,
        "who": who(speaker),
        "role": role(document, speaker),
        "clue": quotation.clue,
        "own_words": is_own(speaker),
        "cue": quotation.cue.text if quotation.cue else "",
    }


def _sourced(quotation: Quotation, whole: Utterance, place: Place) -> dict[str, Any]:
    nearest = whole.sources[0] if whole.sources else None
    host = normal.split(nearest.text).host if nearest and nearest.kind == "link" else ""
    return {
        "outlet": quotation.outlet,
        "venue": quotation.venue,
        "relay": quotation.relay or _relay(quotation, place, nearest, host),
        "source_count": len(whole.sources),
        "source": nearest.text if nearest else "",
        "source_host": host,
        "source_kind": nearest.kind if nearest else "",
        "source_scope": nearest.scope if nearest else "",
    }


def _relay(quotation: Quotation, place: Place, nearest: SourceInScope | None, host: str) -> str:
    """Who passes words on without saying so: a post that quotes, an article that names another outlet as the place."""
    if place.in_post and quotation.kind == "direct" and place.author:
        return f"a post by {place.author}"
    is_article = nearest is not None and nearest.scope == "header" and host != ""
    return host if is_article and quotation.venue and not _is_site_of(quotation.venue, host) else ""


def _is_site_of(name: str, host: str) -> bool:
    """Whether a host has a word of an outlet's name in it, or its initials."""
    words = "".join(sign if sign.isalnum() else " " for sign in name.lower()).split()
    initials = "".join(word[0] for word in words if word != "the")
    return any(len(word) > 2 and word != "the" and word in host for word in words) or (
        len(initials) > 1 and initials in host
    )
