const table = (target, caption, heads, rows, cells, words) => {
  const body = el("tbody", { role: "rowgroup" });
  // On narrow screens rows become cards, which would lose what they are without these roles.
  const part = stretches(body, (row) => el("tr", { role: "row" },
    ...cells(row).map((cell, at) => el("td", { role: "cell", "data-head": heads[at] }, cell))));
  const search = el("input", { type: "search", id: `search-${caption}` });
  const count = el("p", { role: "status", class: "count" });
  let lower;
  const show = () => {
    const wanted = search.value.toLowerCase();
    if (wanted) lower ??= rows.map((row) => words(row).join(" ").toLowerCase());
    const kept = wanted ? rows.filter((_, at) => lower[at].includes(wanted)) : rows;
    part.show(kept);
    count.textContent = `${number(kept.length)} of ${number(rows.length)}`;
  };
  search.addEventListener("input", show);
  target.append(
    el("form", { class: "filters", role: "search", "aria-label": "Filter", on: { submit: (event) => event.preventDefault() } },
      el("label", { for: `search-${caption}` }, "Words", search)),
    count,
    el("table", { class: "rows", role: "table" }, el("caption", {}, caption),
      el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads.map((head) => el("th", { scope: "col", role: "columnheader" }, head)))), body),
    part.more);
  show();
};

// Both wordings: what differs is marked on either side, by a mark where nothing in the quotation shows it.
const stretch = (words, kind) =>
  kind === "same" || !words ? words : el(kind === "changed" ? "mark" : "span", { class: kind === "changed" ? "differs" : "shown" }, words);
const spaced = (parts, side) => parts.flatMap((part, at) => {
  const before = at ? parts[at - 1][side] : "";
  const meet = part[side] && before && !/\s$/.test(before) && /^[\p{L}\p{N}]/u.test(part[side]);
  return [meet ? " " : "", stretch(part[side], part[2])];
});
const cut = (words) => (words.length > 400 ? `${words.slice(0, 400)}…` : words);
const quoted = (said) => (said.page && differs(said.page) ? spaced(said.page.wordings, 0) : [cut(said.plain)]);
const differs = (page) => page.wordings.some((part) => part[2] !== "same");

const answered = (page) => el("div", { class: "answer" },
  el("p", {}, el("b", { class: page.kind }, page.kind), page.reason ? `: ${page.reason}` : ""),
  page.words ? el("p", {}, page.before ? el("small", {}, `${page.before} `) : null,
    el("q", {}, ...(differs(page) ? spaced(page.wordings, 1) : [cut(page.words)])),
    page.after ? el("small", {}, ` ${page.after}`) : null) : null,
  ...page.remarks.map((remark) => el("p", {}, remark)),
  page.speaker ? el("p", {}, page.respoken ? el("mark", { class: "differs" }, page.speaker) : page.speaker, " speaks there") : null,
  el("small", {}, [page.title, page.date].filter(Boolean).join(" · "), " ", outward(page.address, "to the passage")));

const tableViews = (data) => ({
  documents: () => {
    const counts = data.documents.map(() => ({ error: 0, warning: 0, info: 0 }));
    for (const found of data.findings) if (counts[found.document]) counts[found.document][found.severity] += 1;
    const order = data.documents.map((_, at) => at);
    const weight = (at) => counts[at].error * 1e6 + counts[at].warning * 1e3 + counts[at].info;
    order.sort((one, other) => weight(other) - weight(one) || one - other);
    table(view("documents"), "Documents, those with most to look at first", ["Document", "Errors", "Warnings", "Infos", "Quotations", "Links"], order,
      (at) => [el("a", { href: `#document/${at}` }, data.documents[at].path), counts[at].error, counts[at].warning, counts[at].info,
        data.documents[at].quotations.length, data.documents[at].links.length],
      (at) => [data.documents[at].path, data.documents[at].title]);
  },
  quotations: () => {
    const rows = data.documents.flatMap((doc, at) => doc.quotations.map((said) => [at, said]));
    table(view("quotations"), "Quotations: who speaks, what stands behind the words, and what the page says", ["Quotation", "Speaker", "Source", "The page says"], rows,
      ([at, said]) => [
        el("div", {}, el("q", {}, ...quoted(said)), " ",
          el("small", {}, el("a", { href: `#document/${at}` }, `${data.documents[at].path}:${said.line}`))),
        said.speaker || "nobody named",
        said.sources.length || said.outlet
          ? el("div", {}, said.outlet ? `${said.outlet} ` : null, ...said.sources.map(([, text]) => el("div", {}, outward(text))))
          : "none",
        said.page ? answered(said.page) : "not looked at",
      ],
      ([at, said]) => [said.plain, said.speaker || "nobody named", said.outlet, ...said.sources.map(([, text]) => text),
        data.documents[at].path, ...(said.page ? [said.page.kind, said.page.reason, said.page.words, said.page.speaker, ...said.page.remarks] : ["not looked at"])]);
  },
  links: () => {
    table(view("links"), "Addresses, and where they stand", ["Address", "Verdict", "Reason", "Places"], data.links,
      (link) => [outward(link.url), link.verdict + (link.status ? ` (${link.status})` : ""),
        link.final && link.final !== link.url ? el("div", {}, `${link.reason}: `, outward(link.final)) : link.reason,
        el("div", {}, ...link.places.slice(0, 5).map(([at, line]) => data.documents[at]
          ? el("div", {}, el("a", { href: `#document/${at}` }, `${data.documents[at].path}:${line}`)) : null),
          link.places.length > 5 ? `and ${number(link.places.length - 5)} more` : null)],
      (link) => [link.url, link.verdict, link.status, link.reason, link.final, ...link.places.map(([at]) => data.documents[at]?.path)]);
  },
});
