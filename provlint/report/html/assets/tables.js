const table = (target, caption, heads, rows, cells) => {
  const body = el("tbody");
  const part = stretches(body, (row) => el("tr", {}, ...cells(row).map((cell) => el("td", {}, cell))));
  const search = el("input", { type: "search", id: `search-${caption}` });
  const count = el("p", { role: "status", class: "count" });
  const lower = rows.map((row) => cells(row).map((cell) => (cell instanceof Node ? cell.textContent : String(cell))).join(" ").toLowerCase());
  const show = () => {
    const words = search.value.toLowerCase();
    const kept = words ? rows.filter((_, at) => lower[at].includes(words)) : rows;
    part.show(kept);
    count.textContent = `${number(kept.length)} of ${number(rows.length)}`;
  };
  search.addEventListener("input", show);
  target.append(
    el("form", { class: "filters", role: "search", "aria-label": "Filter", on: { submit: (event) => event.preventDefault() } },
      el("label", { for: `search-${caption}` }, "Words", search)),
    count,
    el("table", {}, el("caption", {}, caption),
      el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))), body),
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
        data.documents[at].quotations.length, data.documents[at].links.length]);
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
      ]);
  },
  links: () => {
    table(view("links"), "Addresses, and where they stand", ["Address", "Verdict", "Reason", "Places"], data.links,
      (link) => [outward(link.url), link.verdict + (link.status ? ` (${link.status})` : ""),
        link.final && link.final !== link.url ? el("div", {}, `${link.reason}: `, outward(link.final)) : link.reason,
        el("div", {}, ...link.places.slice(0, 5).map(([at, line]) => data.documents[at]
          ? el("div", {}, el("a", { href: `#document/${at}` }, `${data.documents[at].path}:${line}`)) : null),
          link.places.length > 5 ? `and ${number(link.places.length - 5)} more` : null)]);
  },
});
