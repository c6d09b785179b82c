"""Findings and reports made by hand, and texts that mean harm."""

from hypothesis import strategies as st

from provlint.model.findings import (
    DocumentCount,
    Edit,
    Finding,
    Fix,
    LinkAnswer,
    LinkPlace,
    Related,
    Report,
    SkippedRule,
)
from provlint.model.words import Severity

ATTACKS = (
    "\x1b]0;owned\x07", "\x1b[2J", "\x1b]8;;http://evil.example\x1b\\here", "\x9b31m", "\r", "\b\b\b", "\n", "\r\n",
    "\u2028", "\x00", "\u202e", "\u2066", "::error::forged", "::stop-commands::x", "##[error]forged", "##[add-mask]x",
    "</details>", "<img src=x onerror=y>", "<script>", "<!--", "![p](http://tracker.example/p.gif)",
    "[a](http://evil.example)", "[a]: http://evil.example", "http://evil.example/?a=b&c=d", "www.evil.example",
    "a@evil.example", "@team", "@org/team", "Fixes #1", "closes org/repo#12", "GH-7", "!23", "$x$",
    "0123456789abcdef0123456789abcdef01234567", ":smile:", "|", "`", "```", "```` x", "*a*", "__b__", "~~c~~", "\\",
    "&lt;", "&#64;team", "#", "- x", "1. y", "> z", "    code", "===", "\ud800", "\udcff", "\ufffe", "NaN", "日本語",
    "e\u0301", "\t", " ", "plain words", "“quoted”", "…", "\U000e0041",
)  # fmt: skip
HOSTILE = st.lists(st.sampled_from(ATTACKS) | st.text(max_size=6), max_size=8).map("".join)


def finding(
    words: str = "http:///x",
    line: int = 3,
    *,
    before: str = "See ",
    after: str = " for more.",
    path: str = "a.md",
    id: str = "PL120",
    rule: str = "malformed-url",
    severity: Severity = "error",
    message: str = "the address can never work",
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
) -> Finding:
    """A finding on `words`, which stand in their line between `before` and `after`."""
    column, start = len(before) + 1, 1000 * line
    return Finding(
        id=id,
        rule=rule,
        severity=severity,
        confidence="high",
        message=message,
        path=path,
        start=start,
        end=start + len(words),
        line=line,
        column=column,
        end_line=line,
        end_column=column + len(words),
        snippet=words,
        fingerprint="f00d",
        context=before + words + after,
        context_column=1,
        related=related,
        fix=fix,
    )


def report(*findings: Finding, links: tuple[LinkAnswer, ...] = (), paths: tuple[str, ...] = ("a.md", "b.md")) -> Report:
    """A report of these findings in documents of three links each."""
    documents = tuple(DocumentCount(path, "markdown", 3) for path in paths)
    return Report(documents, links, findings)


def hostile_report(text: str) -> Report:
    """A report of one shape in which `text` stands wherever a document, a rule file or a server can put words."""
    found = finding(
        f"http://x.example/{text}.",
        before=text + " x ",
        after=text,
        path=text or "a",
        message=text,
        rule=text,
        related=(Related(text, 1, 2, 1, 1, text),),
        fix=Fix(False, (Edit(1, 2, text),)),
    )
    many = [found._replace(line=line, id="PL999", message=f"{text}{line}") for line in range(4, 20)]
    place = LinkPlace(text, 1, 1)
    return Report(
        documents=(DocumentCount(text, "text", 1),),
        links=(
            LinkAnswer(text, (place,), reason=text),
            LinkAnswer(text, (place,), "dead", text, 404, text, (text, text), text),
        ),
        findings=(
            found,
            *many,
            found._replace(path="other.md"),
            found._replace(path="third.md", snippet=text if text.strip() else "x"),
        ),
        suppressed=1,
        skipped_rules=(SkippedRule(text, text, text),),
        notes=(text,),
    )
