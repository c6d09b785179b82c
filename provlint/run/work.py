"""The way of one document, from its bytes to its findings: what one process does for each file it is given."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from provlint.extract.document import ALL, Extractor
from provlint.judge.bench import Bench
from provlint.judge.needs import COUNTED, facts_for
from provlint.model.answers import UNASKED, Answer
from provlint.model.bibliography import NO_BIBLIOGRAPHY
from provlint.model.document import Document
from provlint.model.facts import Facts
from provlint.model.findings import DocumentCount, Finding, Judged, LinkPlace
from provlint.model.seen import Seen
from provlint.model.words import Format
from provlint.read.files import format_of
from provlint.read.reader import read_bytes, read_file, unread
from provlint.relate.sketch import sketch
from provlint.run.local import local_answers, open_library
from provlint.run.outcome import Outcome
from provlint.run.plan import Plan
from provlint.run.unjudged import Unjudged, Waiting
from provlint.run.wishes import Missing, is_web
from provlint.site.site import Site
from provlint.site.tree import Tree, digest_of

if TYPE_CHECKING:
    from provlint.model.matches import Verified
    from provlint.model.relations import Relation
    from provlint.run.verified import Verifier
    from provlint.run.web_view import WebView
    from provlint.site.witness import Witness

_UNJUDGED = Judged((), (), frozenset())


def read_input(data: bytes, path: str, format: Format, limit: int) -> Document:
    """The document that came on standard input; of one over the limit only a byte more than the limit was taken."""
    if len(data) > limit:
        return unread(path, format, "too-large", f"it has more than {limit:,} bytes, the limit")
    return read_bytes(data, path, format)


class Workbench:
    """A plan with its compiled rules: everything a process needs to take documents."""

    def __init__(
        self,
        plan: Plan,
        bench: Bench,
        site: Site | None,
        *,
        relations: "Mapping[str, Sequence[Relation]] | None" = None,
        web: "WebView | None" = None,
        verifier: "Callable[[], Verifier] | None" = None,
        waiting: Waiting | None = None,
    ) -> None:
        """`relations` by path, once they are known: then documents are judged with them, and not sketched again.

        `web` gives the verdicts on addresses of the web, where a run may ask for them; `verifier` makes what compares
        quotations with their sources, where there are any. Documents that must wait for either are kept in `waiting`.
        """
        self._settings = plan.settings
        self._site = site
        self._library = open_library(site, plan.settings.max_file_size) if site else None
        self._extractor = Extractor(plan.tables)
        self._bench = bench
        self._with_facts = plan.with_facts
        self._with_texts = plan.with_texts
        self._relations = relations
        self._wanted = ALL if plan.with_facts else facts_for((*bench.subjects, *(COUNTED if plan.counts else ())))
        self._witness = _open_witness(site) if plan.keeps else None
        self._web = web
        self._verifier = cache(verifier) if verifier else None
        self._waiting = waiting or Waiting()

    def file(self, path: str) -> Outcome:
        """Read and judge the file at `path` (POSIX, relative to the working folder)."""
        return self._outcome(self._waiting.take(path) or self._file(path))

    def data(self, data: bytes, path: str, format: Format) -> Outcome:
        """Read and judge what came on standard input under the name `path`."""
        waited = self._waiting.take(path)
        return self._outcome(waited) if waited else self.document(self._input(data, path, format))

    def facts(self, document: Document) -> Facts:
        """What a document holds that was read."""
        return self._extractor.facts(document, self._library.of(document) if self._library else NO_BIBLIOGRAPHY)

    def findings(self, document: Document, facts: Facts) -> tuple[Finding, ...]:
        """The findings of a document by itself, without what relates it to others."""
        answers = local_answers(self._site, document, facts) if self._site else {}
        return self._bench.judge(document, facts, answers).findings

    def document(self, document: Document) -> Outcome:
        """Judge a document that was read."""
        return self._outcome(self._unjudged(document))

    def _input(self, data: bytes, path: str, format: Format) -> Document:
        return read_input(data, path, format, self._settings.max_file_size)

    def _file(self, path: str) -> Unjudged:
        if not self._witness:
            return self._unjudged(self._read(path))
        from provlint.site.witness import stamp_of

        stamp, digest = stamp_of(path), digest_of(path)  # before it is read, lest a change goes unseen
        self._witness.begin()
        unjudged = self._unjudged(self._read(path))
        return unjudged._replace(seen=self._witness.seen(path)._replace(stamp=stamp, digest=digest))

    def _read(self, path: str) -> Document:
        limit = self._settings.max_file_size
        return read_file(path, path, format_of(path, self._settings) or "markdown", limit)

    def _unjudged(self, document: Document) -> Unjudged:
        bibliography = self._library.of(document) if self._library else NO_BIBLIOGRAPHY
        facts = self._extractor.facts(document, bibliography, wanted=self._wanted)
        answers = local_answers(self._site, document, facts) if self._site else {}
        sketched = sketch(document, facts) if self._bench.relates and self._relations is None else None
        return Unjudged(document, facts, bibliography.notes, answers, sketched)

    def _outcome(self, unjudged: Unjudged) -> Outcome:
        """Judge a document, unless it waits for answers: then it is judged once they are there."""
        document, facts = unjudged.document, unjudged.facts
        answers, verified, missing = self._asked(unjudged)
        if missing:
            self._waiting.put(unjudged)
        known = self._relations or {}
        outcome = Outcome(
            _count(document, facts),
            (),
            _UNJUDGED,
            text=self._text(document),
            notes=unjudged.notes,
            other_language=facts.other_language,
            sketch=unjudged.sketch,
            missing=missing,
        )
        if missing:
            return outcome
        return outcome._replace(
            addresses=tuple(_addresses(document, facts, answers, frozenset(unjudged.answers))),
            judged=self._bench.judge(document, facts, answers, known.get(document.path, ()), verified),
            facts=self._facts(document, facts),
            matches=self._matches(document, verified),
            seen=self._seen(unjudged.seen),
        )

    def _asked(self, unjudged: Unjudged) -> "tuple[Mapping[str, Answer], Sequence[Verified], tuple[Missing, ...]]":
        """What the repository and the web answer, what sources say of quotations, and what is to be asked for both."""
        document, facts, answers = unjudged.document, unjudged.facts, unjudged.answers
        missing: list[Missing] = []
        if self._web:
            said, missing = self._web.answers(document, facts, answers)
            answers = {**answers, **said}
        if not (self._verifier and (facts.quotations or facts.excerpts)):
            return answers, (), tuple(missing)
        verifier = self._verifier()
        verified = verifier.verified(document, facts)
        return answers, verified, (*missing, *verifier.take_missing())

    def _seen(self, seen: Seen | None) -> Seen | None:
        """What an outcome rests on, the answers of the web with it; None where some of these cannot be told again."""
        if not self._web:
            return seen
        answers = self._web.take_marks()
        return seen._replace(answers=answers) if seen and answers is not None else None

    def _text(self, document: Document) -> str:
        if not self._with_texts:
            return ""
        from provlint.text.masking import cover_text

        return cover_text(document.source)

    def _matches(self, document: Document, verified: "Sequence[Verified]") -> tuple[dict[str, object], ...]:
        if not (self._with_texts and verified):
            return ()
        from provlint.report.match_object import match_object

        return tuple(match_object(document, one) for one in verified)

    def _facts(self, document: Document, facts: Facts) -> dict[str, object] | None:
        if not self._with_facts:
            return None
        from provlint.report.facts import facts_object
        from provlint.text.masking import mask_text

        return facts_object(document, facts, mask=mask_text)


def _open_witness(site: Site | None) -> "Witness":
    from provlint.site.witness import Witness  # which loads OpenSSL

    return Witness(site.tree if site else Tree(()))


def _count(document: Document, facts: Facts) -> DocumentCount:
    return DocumentCount(
        document.path,
        document.format,
        links=len(facts.links),
        quotations=sum(quotation.kind != "term" for quotation in facts.quotations),
        claims=len(facts.claims),
        excerpts=sum(excerpt.cut != "none" for excerpt in facts.excerpts),
        outlets=len(facts.outlets),
        unread=document.detail if document.problem else "",
    )


def _addresses(
    document: Document, facts: Facts, answers: Mapping[str, Answer], local: frozenset[str]
) -> Iterator[tuple[str, Answer, LinkPlace]]:
    """The addresses of the web, and those of the site's routes that nobody could look up; `local` are the site's."""
    for link in facts.links:
        answer = answers.get(link.url, UNASKED)
        is_listed = answer.verdict == "unchecked" if link.url in local else is_web(link)
        if is_listed and link.kind != "reference":
            yield link.address.masked, answer, LinkPlace(document.path, *document.line_column(link.start))
