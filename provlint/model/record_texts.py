"""A document and its stretches, as rules see them. Shapes as in `records`."""

from typing import Annotated, NamedTuple

from provlint.model.words import (
    BlockKind,
    CutKind,
    ExcerptKind,
    Format,
    PassageKind,
    Problem,
    SuppressionKind,
)


class DocumentRecord(NamedTuple):
    """A document as a whole."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    problem: Annotated[Problem, "why it could not be read; empty when it was read"]
    detail: Annotated[str, "what exactly was wrong, in words for people"]
    encoding: Annotated[str, "the encoding it was decoded with"]
    title: Annotated[str, "its title, from front matter or its first heading"]
    date: Annotated[str, "its date, ISO 8601"]
    language: Annotated[str, "its language as it says itself"]
    word_count: Annotated[int, "words of running prose, headings and lists of links left out"]
    source_count: Annotated[int, "links to other sites, footnotes and citations, images and front matter left out"]
    local_count: Annotated[int, "links to other pages of the same site"]
    link_count: Annotated[int, "links of every kind"]
    code_count: Annotated[int, "blocks of code"]
    site_count: Annotated[int, "different sites among the links to other sites"] = 0
    top_site: Annotated[str, "the site most of those links lead to"] = ""
    top_site_share: Annotated[int, "per cent of those links that lead to it"] = 0
    social_count: Annotated[int, "links to posts and profiles on social networks among them"] = 0
    outlet_count: Annotated[int, "different outlets named in the prose"] = 0
    required: Annotated[str, "the kinds of source of which a policy of the house asks one, and none is there"] = ""
    alone: Annotated[str, "the kinds of source that a policy does not let stand alone, and no other is there"] = ""
    policy: Annotated[str, "the policy that asks it, its line in the settings and its reason"] = ""


class BlockRecord(NamedTuple):
    """One block: a paragraph, a heading, a pasted post, a list of links."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[BlockKind, "what the block is"]
    level: Annotated[int, "a heading's level from 1; 0 for others"]
    text: Annotated[str, "its first 200 characters as written"]
    author: Annotated[str, "who wrote a post, a comment or a pasted article"]
    address: Annotated[str, "where a post or a pasted article comes from"]
    heading: Annotated[str, "the nearest heading or title line above"]
    word_count: Annotated[int, "words in it"]
    line_count: Annotated[int, "lines in it that are not blank"]
    link_count: Annotated[int, "links that stand inside it"]


class ExcerptRecord(NamedTuple):
    """A pasted article or post, a block quotation, or a text that ends before it is over."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[ExcerptKind, "what it is: comments, paragraphs and the document itself only when they are cut"]
    cut: Annotated[CutKind, "how it ends; none if it is whole"]
    ends: Annotated[str, "the same in words for a sentence: inside a word, in an ellipsis; empty if it is whole"]
    evidence: Annotated[str, "the words that show it"]
    source: Annotated[str, "the address it is taken from, secrets masked; empty if none stands in it or beside it"]
    text: Annotated[str, "its first 200 characters as written"]
    word_count: Annotated[int, "words in it"]
    part: Annotated[int, "which of the excerpts from this address it is, from 1"]
    parts: Annotated[int, "how many excerpts from this address the document has"]


class PassageRecord(NamedTuple):
    """A stretch of text that copying or a tool left behind."""

    path: Annotated[str, "the document's path, with /"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[PassageKind, "what kind of leftover it is"]
    text: Annotated[str, "the passage, cut at 200 characters"]
    evidence: Annotated[str, "what was seen, in words for people"]


class SuppressionRecord(NamedTuple):
    """An ignore, in the document or in the settings."""

    path: Annotated[str, "the document's path, or that of the settings file"]
    format: Annotated[Format, "the format it was read as"]
    kind: Annotated[SuppressionKind, "how far the ignore reaches"]
    rules: Annotated[str, "the rules it names, joined by a comma; empty for every rule"]
    unknown: Annotated[str, "names in it that belong to no rule"]
    reason: Annotated[str, "the reason given"]
    until: Annotated[str, "the last day on which it holds, ISO 8601"]
    expired: Annotated[bool, "that day has passed"]
    used: Annotated[bool, "it held back at least one finding, or could not be told because its rules were not run"]
