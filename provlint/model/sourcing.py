"""Which links a reader may take for a source: extraction and judgement ask alike."""

from provlint.model.facts import Link

_REACHES = frozenset(("public", "relative", "local-name", "template"))


def may_be_source(link: Link) -> bool:
    """Whether a reader may find something behind the link; a page of one's own site is a source as well."""
    return (
        link.kind not in ("image", "metadata", "definition")
        and link.address.reach in _REACHES
        and not link.url.strip().startswith(("#", "mailto:"))
        and link.url.strip() != ""
    )
