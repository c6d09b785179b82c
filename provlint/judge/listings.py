"""What lists say of a link's domain → words for a message: who lists it, and since when."""

from functools import lru_cache

from provlint.model.sources import Source, Standing
from provlint.model.words import Axis

_MOST = 3  # lists named in one message


@lru_cache(maxsize=4096)
def listings(source: Source) -> dict[str, str]:
    """The fields of a link's record that say what lists know of its site."""
    return {
        "source_kind": ", ".join(source.categories("kind")),
        "control": ", ".join(source.categories("control")),
        "assessment": ", ".join(source.categories("assessment")),
        "state_control_by": listed_by(source, "control", "state-controlled", "state-captured"),
        "deprecated_by": listed_by(source, "assessment", "deprecated", "blacklisted"),
        "satire_by": listed_by(source, "assessment", "satire"),
        "imposter_by": listed_by(source, "assessment", "hijacked-journal"),
        "user_content_by": listed_by(source, "kind", "wiki", "forum", "blog-platform"),
        "social_by": listed_by(source, "kind", "social-media"),
        "press_release_by": listed_by(source, "kind", "press-release"),
        "paywall_by": listed_by(source, "url", "paywalled"),
        "shortener_by": listed_by(source, "url", "shortener"),
    }


def listed_by(source: Source, axis: Axis, *categories: str) -> str:
    """The lists that give one of the categories: "Matrix, 2024-02; Cite Unseen, 2023-10"; "" for none."""
    said = [row for row in source.said(axis) if row.category in categories] if source.standing else []
    if not said:
        return ""
    names = list(dict.fromkeys(_words(row) for row in sorted(said, key=lambda row: row.as_of, reverse=True)))
    return "; ".join(names[:_MOST]) + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "")


def _words(row: Standing) -> str:
    name = f"house policy in {row.list}" if row.own else row.list
    return f"{name}, {row.as_of}" if row.as_of else name
