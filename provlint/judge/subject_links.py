"""Links and outlets → the flat records that rules are judged on."""

import re
from collections.abc import Iterator

from provlint.judge.listings import listings
from provlint.judge.subject import CUT, NO_SOURCE, Answers, Kinds, Subject
from provlint.model.answers import UNASKED, Answer
from provlint.model.document import Document
from provlint.model.facts import Facts, Link
from provlint.model.record_links import LinkRecord, OutletRecord
from provlint.text.patterns import lazy

_FRONT_PAGE = lazy(r"[^/?#]*+/?(?:#.*)?", re.DOTALL)
_MARKUP = lazy(r"[\s\x00-\x20\x7f()<>\[\]\"'`\\{}|^*]")


def links(document: Document, facts: Facts, answers: Answers, kinds: Kinds) -> Iterator[Subject]:
    """Each address of a document, where it stands; that of a reference stands in its definition."""
    standing_alone = {link.start for link in facts.links if link.alone}
    for link in facts.links:
        if link.kind == "reference":
            continue  # its address stands in the definition, and is judged there once
        if kinds is not None and link.kind not in kinds:
            continue
        again = link.occurrence > 1 and link.url.strip("#")  # two empty links are not one address
        related = (link.first_start, link.first_end, "first cited here") if again else None
        if link.story_host:
            related = (link.story_start, link.story_end, "the same story")
        yield Subject(
            _link(document, link, answers.get(link.url, UNASKED), first_alone=link.first_start in standing_alone),
            link.start,
            link.end,
            link,
            related,
        )


def _link(document: Document, link: Link, answer: Answer, *, first_alone: bool) -> LinkRecord:
    address = link.address
    return LinkRecord(
        path=document.path,
        format=document.format,
        kind=link.kind,
        url=address.masked,
        label=link.label,
        scheme=address.scheme,
        host=address.host,
        domain=address.domain,
        port=address.port,
        reach=address.reach,
        malformed=address.malformed,
        credentials=address.credentials,
        placeholder=address.placeholder,
        canonical=address.canonical,
        tracking=", ".join(address.tracking),
        tracking_count=len(address.tracking),
        chat_tool=address.chat_tool,
        target=address.target,
        redirector=address.redirector,
        social=address.social,
        outlet=address.source.outlet.name if address.source.outlet else "",
        **listings(address.source),
        shortens=address.source.shortens,
        mirror=address.mirror,
        original=address.original,
        edition=address.edition,
        lookalike=address.lookalike,
        resembles=address.resembles,
        story_host=link.story_host,
        story_line=document.line_column(link.story_start)[0] if link.story_host else 0,
        story_agency=link.story_agency,
        own=bool(address.source.outlet and address.source.outlet.own),
        alone=link.alone,
        occurrence=link.occurrence,
        first_line=document.line_column(link.first_start)[0] if link.occurrence > 1 else 0,
        verdict=answer.verdict,
        reason=answer.reason,
        verdict_kind=answer.kind,
        status=answer.status,
        final_url=answer.final_url,
        moved_to=_moved_to(document, link, answer),
        hop_count=max(0, len(answer.chain) - 1),
        failed_days=answer.failed_days,
        archived_url=answer.archived_url,
        archived_at=answer.archived_at,
        note=answer.note,
        first_alone=first_alone,
        front_page=bool(address.host) and _FRONT_PAGE.fullmatch(link.url.partition("//")[2]) is not None,
    )


def _moved_to(document: Document, link: Link, answer: Answer) -> str:
    """Where the page has moved for good, with the fragment that is cited, written so that it can stand in the source.

    What a server says may not end a link or begin markup: such characters are written as percent-encoded octets.
    """
    url = answer.final_url
    if answer.verdict != "redirected-permanent" or "***" in url:
        return ""
    _, sign, fragment = link.url.partition("#")
    if sign and "#" not in url:
        url += f"#{fragment}"
    url = _MARKUP.sub(lambda found: "".join(f"%{octet:02X}" for octet in found[0].encode("utf-8", "replace")), url)
    return url.replace("&", "&amp;") if document.format == "html" else url


def outlets(document: Document, facts: Facts, _: Answers, __: Kinds) -> Iterator[Subject]:
    """Each mention of an outlet, compared with the links beside it."""
    linked = {
        link.address.source.outlet.name
        for link in facts.links
        if link.address.source.outlet and link.kind not in NO_SOURCE
    } | {link.address.source.shortens for link in facts.links}
    seen: set[str] = set()
    for mention in facts.outlets:
        record = OutletRecord(
            path=document.path,
            format=document.format,
            name=mention.name,
            text=document.source[mention.start : min(mention.end, mention.start + CUT)],
            form=mention.form,
            domains=", ".join(mention.domains),
            candidates=mention.candidates,
            country=mention.country,
            medium=mention.medium,
            attributed=mention.attributed,
            first=mention.name not in seen,
            linked=mention.name in linked,
            relation=mention.relation,
            linked_domain=mention.linked_domain,
            linked_outlet=mention.linked_outlet,
            own=mention.own,
        )
        seen.add(mention.name)
        related = (mention.link_start, mention.link_end, "the link beside it") if mention.relation != "none" else None
        yield Subject(record, mention.start, mention.end, None, related)
