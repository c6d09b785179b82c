"""The flat records that rules see: one class a kind of fact, each field with the words that explain it to rule authors.

Absent text is "", lists appear as counts or as text joined by ", ", addresses are masked. A field's type is text (str),
number (int), truth (bool) or one of a closed word list (Literal); `provlint rule --fields` prints what stands here.
"""

from provlint.model.record_links import CitationRecord, IdentifierRecord, LinkRecord, OutletRecord
from provlint.model.record_matches import MatchRecord
from provlint.model.record_texts import BlockRecord, DocumentRecord, ExcerptRecord, PassageRecord, SuppressionRecord
from provlint.model.record_words import AttributionRecord, ClaimRecord, PhraseRecord, QuotationRecord, RelationRecord

Record = (
    DocumentRecord
    | BlockRecord
    | LinkRecord
    | CitationRecord
    | IdentifierRecord
    | ClaimRecord
    | PhraseRecord
    | ExcerptRecord
    | PassageRecord
    | OutletRecord
    | SuppressionRecord
    | QuotationRecord
    | AttributionRecord
    | RelationRecord
    | MatchRecord
)

RECORDS: dict[str, type[Record]] = {
    "document": DocumentRecord,
    "block": BlockRecord,
    "link": LinkRecord,
    "citation": CitationRecord,
    "identifier": IdentifierRecord,
    "claim": ClaimRecord,
    "phrase": PhraseRecord,
    "excerpt": ExcerptRecord,
    "passage": PassageRecord,
    "outlet": OutletRecord,
    "suppression": SuppressionRecord,
    "quotation": QuotationRecord,
    "attribution": AttributionRecord,
    "relation": RelationRecord,
    "match": MatchRecord,
}
