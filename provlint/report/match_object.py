"""A quotation that was compared with its page → what the HTML report shows of it beside the quotation."""

from provlint.model.document import Document
from provlint.model.matches import Verified
from provlint.report.json import Object
from provlint.text.differing import stretches
from provlint.text.masking import mask_text

_MOST = 1_500  # characters of a quotation whose wordings are shown whole
_WORDS = 400  # characters of a passage that is shown without them


def match_object(document: Document, one: Verified) -> Object:
    """Where it stands, the verdict and why, both wordings stretch by stretch, the page's speaker, title and date."""
    match = one.match
    passage = match.passage
    whole = bool(passage) and len(one.text) <= _MOST
    speaker = match.speaker
    return {
        "start": one.start,
        "end": one.end,
        "line": document.line_column(one.start)[0],
        "what": one.kind,
        "kind": match.kind,
        "reason": match.reason,
        "plain": mask_text(one.text),
        "source": one.source,
        "address": one.fragment or one.source,
        "title": one.title,
        "date": one.date,
        "speaker": (speaker.name or speaker.text) if speaker else "",
        "respoken": one.respoken,
        "remarks": list(one.remarks),
        "wordings": [[*map(mask_text, part[:2]), part.kind] for part in stretches(one.text, match)] if whole else [],
        "words": mask_text(passage.text[:_WORDS]) if passage else "",
        "before": mask_text(passage.before) if passage else "",
        "after": mask_text(passage.after) if passage else "",
    }
