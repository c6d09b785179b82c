"""HTML: blocks, words, addresses, furniture and what a page says of itself, each at its exact place."""

import pytest

from provlint.model.document import Document
from provlint.read import html
from provlint.read.reader import read_text


def read(source: str) -> Document:
    return html.read(source, "a.html")


def blocks(source: str) -> list[tuple[str, str]]:
    return [(block.kind, block.plain) for block in read(source).blocks]


def targets(source: str) -> list[tuple[str, str, str]]:
    """Kind, address, slice of each target."""
    return [(target.kind, target.url, source[target.start : target.end]) for target in read(source).targets]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<h1>A <i>b</i></h1><p>text", [("title", "A b"), ("paragraph", "text")]),
        ("<h2>A</h3>text<h2>B</h2>", [("heading", "A"), ("paragraph", "text"), ("heading", "B")]),
        ("<p>a\n  b<p>c</p>d", [("paragraph", "a b"), ("paragraph", "c"), ("paragraph", "d")]),
        ("<p>a <b> b </b> c</p>", [("paragraph", "a b c")]),
        ("a<br>b<br>\n<br>c", [("paragraph", "a\nb"), ("paragraph", "c")]),
        ("<ul><li>a<li><p>b<p>c</ul>d", [("list-item", "a"), ("list-item", "b"), ("paragraph", "c"), ("paragraph", "d")]),
        ("<ol><li>a<ol><li>b</ol>c</ol>", [("list-item", "a"), ("list-item", "b"), ("paragraph", "c")]),
        ("<dl><dt>a<dd>b</dl>", [("list-item", "a"), ("list-item", "b")]),
        ("<blockquote>a<p>b</blockquote>c", [("quote", ""), ("paragraph", "a"), ("paragraph", "b"), ("paragraph", "c")]),
        ("<pre>a\n b</pre>c", [("code", ""), ("paragraph", "c")]),
        ("<table><caption>x</caption><tr><th>a<td><p>b</table>c", [
            ("table", ""), ("caption", "x"), ("table", "a"), ("table", "b"), ("paragraph", "c"),
        ]),
        ("<table role=presentation><tr><td><h2>a</h2>", [("heading", "a")]),
        ("<figure><img src=i><figcaption>a</figcaption></figure>b", [("caption", "a"), ("paragraph", "b")]),
        ("<p>a &amp; b&mdash;c &lt;d&gt; &notit; &#x93;e&#148;", [("paragraph", "a & b—c <d> ¬it; “e”")]),
        ("<p>say <q>no <q>way</q></q>", [("paragraph", "say “no ‘way’”")]),
        ("<p>a<script>b</script><style>c</style><template>d</template><noscript>e</noscript>f", [("paragraph", "af")]),
        ("<p>a <span hidden>b <span>c</span></span>d", [("paragraph", "a d")]),
        ("<div style='color:red; display: none'><div>a</div>b</div>c", [("paragraph", "c")]),
        ("<p>a<i class=icon aria-hidden=true>b</i><select><option>c</select>", [("paragraph", "a")]),
        ("<h2>a<a class=headerlink href=#x>¶</a></h2>", [("heading", "a")]),
        ("<p class=byline>By Ann<p class=dateline>Rome", [("byline", "By Ann"), ("dateline", "Rome")]),
        ("<time>6 May</time><p>a <time>7 May</time>", [("dateline", "6 May"), ("paragraph", "a 7 May")]),
        ("<a class=skip-link href=#x>a</a><p>b", [("paragraph", "b")]),
        ("<ol><li id=comment-12 class=x><p>a</ol>", [("post", ""), ("list-item", "a")]),
        ("<p>a<svg><text>b</text><title>c</title></svg>d", [("paragraph", "ad")]),
        ("<p>a <!-- b --> c", [("paragraph", "a c")]),
        ("<p><span></span> <img src=i></p>", []),
        ("", []),
    ],
)  # fmt: skip
def test_blocks(source: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "<nav>a</nav>",
        "<header>a</header>",
        "<footer>a</footer>",
        "<div role=navigation>a</div>",
        "<div class='x share-buttons'>a</div>",
        "<div class=c-related-posts__list>a</div>",
        "<div id=cookie-banner>a</div>",
        "<ul class=breadcrumbs><li>a</ul>",
        "<aside>a</aside><main></main>",
        "a<main></main>",
        "<nav><h2>a</h2></nav>",
        "<nav><blockquote>a</blockquote></nav>",
    ],
)
def test_what_belongs_to_the_site_is_furniture(source: str) -> None:
    assert blocks(source) == [("furniture", "a")]


@pytest.mark.parametrize(
    "source",
    [
        "<article><header>a</header></article>",
        "<article><aside>a</aside></article>",
        "<blockquote><footer>a</footer></blockquote>",
        "<div class=has-sidebar>a</div>",
        "<div class='no-share-buttons'>a</div>",
        "<body class=related>a",
        "<nav><main>a</main></nav>",
        "<nav></nav>a",
        "<nav><div></nav>a",
    ],
)
def test_what_belongs_to_the_article_is_not(source: str) -> None:
    assert [kind for kind, plain in blocks(source) if plain] == ["paragraph"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<a href=' b?c&amp;d '>e</a>", [("html", "b?c&d", "b?c&amp;d")]),
        ("<A HREF=b?x=1&copy=2>e", [("html", "b?x=1&copy=2", "b?x=1&copy=2")]),
        ("<a name=b>c</a><a href>d</a>", [("html", "", "")]),
        ("<img src=i.png srcset='j.png 1x, k.png 2x'>", [("image", "i.png", "i.png"), ("image", "j.png", "j.png"), ("image", "k.png", "k.png")]),
        ("<iframe src=b>c</iframe><embed src=d><object data=e></object>", [("html", "b", "b"), ("html", "d", "d"), ("html", "e", "e")]),
        ("<video src=b poster=c><source src=d></video>", [("html", "b", "b"), ("image", "c", "c"), ("html", "d", "d")]),
        ("<blockquote cite=b></blockquote><q cite=c></q><del cite=d></del>", [("html", "b", "b"), ("html", "c", "c"), ("html", "d", "d")]),
        ("<map><area href=b></map>", [("html", "b", "b")]),
        ("<pre><a href=b>c</a></pre>", [("html", "b", "b")]),
        ("<template><a href=b>c</a></template><!-- <a href=d> --><script>'<a href=e>'</script>", []),
        ("<link rel=canonical href=b><link rel=stylesheet href=c><link rel=amphtml href=d>", [("metadata", "b", "b"), ("metadata", "d", "d")]),
        ("<meta http-equiv=Refresh content=\"5; url='b c'\">", [("metadata", "b c", "b c")]),
        ("<meta property=og:image content=/i.png><meta name=x content=https://b.org>", [("metadata", "/i.png", "/i.png"), ("metadata", "https://b.org", "https://b.org")]),
        ('<script type="application/ld+json">{"@context":"https://schema.org","url":"https:\\/\\/b.org"}</script>', [("metadata", "https://b.org", "https:\\/\\/b.org")]),
    ],
)  # fmt: skip
def test_targets(source: str, expected: list[tuple[str, str, str]]) -> None:
    assert targets(source) == expected


@pytest.mark.parametrize(
    ("source", "labels"),
    [
        ("<a href=b>the <b>old</b> wall &amp; pier</a>", ["the old wall & pier"]),
        ("<a href=b>c<a href=d>e</a>", ["c", "e"]),
        ("<a href=b><h2>c</h2><p>d</p></a>", ["c d"]),
        ("<p><a href=b>c</p><p>d</p>", ["c"]),
        ("<li><a href=b>c</li><li>d", ["c"]),
        ("<pre><a href=b>c &lt;</a></pre>", ["c <"]),
        ("<img src=i alt='a &quot;b'>", ['a "b']),
        ("<a href=b>c", ["c"]),
    ],
)
def test_a_label_is_the_rendered_words(source: str, labels: list[str]) -> None:
    assert [target.label for target in read(source).targets] == labels


def test_the_whole_of_a_link_is_its_element() -> None:
    source = "x <a href=b>c</a> y"
    target = read(source).targets[0]
    assert source[target.outer_start : target.outer_end] == "<a href=b>c</a>"


def test_marks_stand_over_their_words() -> None:
    block = read("<p>a <em>b</em> <b>c</b> <code>d</code> <a href=e>f</a> <s>g</s>").blocks[0]
    assert [(mark.kind, block.plain[mark.start : mark.end]) for mark in block.marks] == [
        ("emphasis", "b"), ("strong", "c"), ("code", "d"), ("link", "f"), ("strike", "g"),
    ]  # fmt: skip


def test_a_block_begins_and_ends_with_its_words_and_their_tags() -> None:
    source = "<p>\n <b>a</b> b <!-- c -->\n</p>"
    block = read(source).blocks[0]
    assert source[block.start : block.end] == "<b>a</b> b"
    assert block.place(0, 1) == (source.index("a"), source.index("a") + 1)


def test_a_reference_to_a_character_is_one_unit() -> None:
    source = "<p>a&eacute;b"
    assert read(source).blocks[0].place(1, 2) == (4, 12)


def test_headings_have_their_levels_and_ids() -> None:
    found = read("<h2 id=x>a</h2><h3><a name=y></a>b</h3><h4>c<span id=z></span></h4><p id=w>d").blocks
    assert [(block.level, block.anchor) for block in found] == [(2, "x"), (3, "y"), (4, "z"), (0, "")]


def test_blocks_know_the_quote_around_them() -> None:
    found = read("<blockquote>a<blockquote>b</blockquote>c</blockquote>d").blocks
    assert [(block.kind, block.parent) for block in found] == [
        ("quote", -1), ("paragraph", 0), ("quote", 0), ("paragraph", 2), ("paragraph", 0), ("paragraph", -1),
    ]  # fmt: skip


def test_running_text_is_what_no_markup_takes() -> None:
    source = "<p>see https://a.org <a href=b>link</a> <code>https://c.org</code> more<pre>https://d.org</pre><p hidden>https://e.org"
    assert [source[start:end] for start, end in read(source).regions] == ["see https://a.org ", " more"]


def test_comments_give_their_content() -> None:
    source = "<!-- a --><p>b<!--c--><script><!-- d --></script>"
    assert [source[start:end] for start, end in read(source).comments] == [" a ", "c"]


def test_template_code_is_no_text_and_breaks_no_tag() -> None:
    source = '<p>a {{ page.title }} b</p>\n{% if x > 1 %}\n<a href="{{ "/c" | url }}">d</a>\n{% endif %}'
    assert [" ".join(plain.split()) for _, plain in blocks(source)] == ["a b", "d"]
    assert targets(source) == [("html", '{{ "/c" | url }}', '{{ "/c" | url }}')]


def test_what_a_template_leaves_raw_is_markup() -> None:
    assert targets("{% raw %}<p>a <a href=b>c</a>{% endraw %}") == [("html", "b", "b")]
    assert blocks("{% raw %}<p>a</p>{% endraw %}") == [("paragraph", "a")]


def test_template_code_in_a_finished_page_is_what_the_page_says() -> None:
    source = "<html><head><title>a</title><body><p>Write <code>{% comment %}</code> and <code>{% endcomment %}</code>."
    assert blocks(source) == [("paragraph", "Write {% comment %} and {% endcomment %}.")]


def test_an_embedded_post_has_its_author_and_address() -> None:
    source = (
        '<p>a<blockquote class="twitter-tweet"><p>The wall fell.</p>&mdash; Ann Lee (@ann) '
        '<a href="https://x.example/ann/1">May 6</a></blockquote>'
    )
    post = read(source).blocks[1]
    assert (post.kind, post.author, post.address) == ("post", "Ann Lee", "https://x.example/ann/1")


def test_a_page_is_read_by_its_format() -> None:
    document = read_text("<p>a", "html", "a.html")
    assert (document.format, [block.plain for block in document.blocks]) == ("html", ["a"])


def test_an_anchor_without_attributes_is_read() -> None:
    assert blocks("<p>a <a >b</a> c</p>") == [("paragraph", "a b c")]
