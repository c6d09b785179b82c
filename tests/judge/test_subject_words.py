"""Claims and phrases as records: what a passage that belongs elsewhere says is not the document's."""

from provlint.extract.document import extract
from provlint.judge.subjects import SUBJECTS
from provlint.read.reader import read_text
from provlint.tables.tables import open_tables

BEFORE = (
    "The ferry to the outer islands will stop in May, the harbour council said, because the pier at the north end of"
    " the harbour is no longer safe.\n\nThe council closed the north pier in March after engineers found that the"
    " storm had moved the harbour wall. The ferry has used the south pier since then.\n\n"
)
PROMOTION = (
    "The Midland Growth Fund gained 31.4% in 2019, while the Lowland Value Fund lost 12% net of fees. Some say small"
    " caps drove dividends and brokers. In his second quarter letter to clients Read More\n\n"
)
AFTER = (
    "Engineers told the council that the harbour wall can be mended before winter, but that the ferry and the pier need"
    " a new harbour basin.\n\nThe islands have asked the council for a smaller ferry, which could use the south pier of"
    " the harbour while engineers mend the wall.\n"
)


def seen(text: str, fact: str) -> list[str]:
    document = read_text(text, "text", "ferry.txt")
    facts = extract(document, open_tables(()))
    return [document.source[one.start : one.end] for one in SUBJECTS[fact](document, facts, {}, None)]


def test_what_a_foreign_passage_claims_is_not_judged() -> None:
    assert len(seen(PROMOTION, "claim")) == 1
    assert len(seen(BEFORE + PROMOTION + AFTER, "passage")) == 1
    assert seen(BEFORE + PROMOTION + AFTER, "claim") == []
    assert seen(BEFORE + PROMOTION + AFTER, "phrase") == []
