// The texts are most of the page and stand at its end: they are unpacked for the first document that is opened.
let unpackedTexts;
const texts = () => {
  unpackedTexts ??= new Promise((arrived) => {
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", arrived, { once: true });
    else arrived();
  }).then(() => unpacked("texts"));
  return unpackedTexts;
};

const documentView = (data) => {
  const byDocument = data.documents.map(() => []);
  data.findings.forEach((found, at) => byDocument[found.document]?.push(at));

  // The text is cut where a mark begins or ends, so that marks may overlap in any way.
  const marked = (written, marks) => {
    const offset = units(written);
    const spans = marks.map((mark) => ({ ...mark, from: offset(mark.start), to: offset(mark.end) }));
    const cuts = [...new Set([0, written.length, ...spans.flatMap((span) => [span.from, span.to])])].sort((a, b) => a - b);
    const ordered = spans.sort((one, other) => one.from - other.from);
    const seen = new Set();
    const pieces = [];
    let open = [];
    let next = 0;
    for (let at = 0; at + 1 < cuts.length; at += 1) {
      const from = cuts[at];
      const words = written.slice(from, cuts[at + 1]);
      while (next < ordered.length && ordered[next].from <= from) open.push(ordered[next++]);
      open = open.filter((span) => span.to > from);
      pieces.push(open.length ? piece(words, open, seen) : words);
    }
    return pieces;
  };

  const piece = (words, open, seen) => {
    const found = open.filter((span) => span.finding !== undefined);
    const made = el(found.length ? "mark" : "span",
      { class: open.map((span) => span.class).join(" "), title: open.map((span) => span.title).join("\n") }, words);
    const first = found.filter((span) => !seen.has(span.finding)).map((span) => span.finding);
    for (const at of first) seen.add(at);
    if (first.length) {
      made.dataset.findings = first.join(" ");
      made.tabIndex = -1;
    }
    return made;
  };

  const marksOf = (doc, numbers) => [
    ...numbers.map((at) => {
      const found = data.findings[at];
      return { start: found.start, end: found.end, finding: at, class: `finding ${found.severity}`, title: `${found.rule}: ${found.message}` };
    }),
    ...doc.quotations.map((said) => ({ start: said.start, end: said.end, class: "quotation", title: `quotation of ${said.speaker || "somebody unnamed"}${said.page ? `; its page: ${said.page.kind}` : ""}` })),
    ...doc.outlets.map(([start, end, name]) => ({ start, end, class: "outlet", title: `outlet: ${name}` })),
    ...doc.links.map(([start, end, , domain, categories]) => ({ start, end, class: "address", title: `link to ${domain || "this site"}${categories ? `: ${categories}` : ""}` })),
  ];

  return async (index, finding) => {
    const doc = data.documents[index];
    if (!doc) return;
    const written = (await texts())[index];
    const numbers = byDocument[index];
    const rows = numbers.map((at) => {
      const found = data.findings[at];
      return el("li", { class: found.severity },
        el("a", { href: `#document/${index}/${at}` }, `line ${found.line}`), " ",
        el("b", {}, found.rule), ": ", found.message);
    });
    const text = el("div", { class: "source", tabindex: "0", role: "region", "aria-label": "The document as written" },
      ...(written ? marked(written, marksOf(doc, numbers)) : [doc.unread || "The text is not part of this report."]));
    view("document").replaceChildren(
      el("h2", { tabindex: "-1" }, doc.path),
      el("p", {}, [doc.title, doc.date, doc.format, plural(numbers.length, "finding"), plural(doc.quotations.length, "quotation"),
        plural(doc.links.length, "link")].filter(Boolean).join(" · ")),
      el("p", { class: "key" }, el("mark", { class: "finding error" }, "error"), " ", el("mark", { class: "finding warning" }, "warning"), " ",
        el("mark", { class: "finding info" }, "info"), " ", el("span", { class: "quotation" }, "quotation"), " ",
        el("span", { class: "outlet" }, "outlet"), " ", el("span", { class: "address" }, "address")),
      el("div", { class: "beside" }, text, el("aside", { "aria-label": "Findings in this document" }, el("ol", {}, ...rows))));
    const target = finding === undefined ? null : view("document").querySelector(`[data-findings~="${Number(finding)}"]`);
    if (target) {
      target.scrollIntoView({ block: "center" });
      target.focus({ preventScroll: true });
    }
  };
};
