const findingsView = (data) => {
  const list = el("ol", { class: "findings" });
  const count = el("p", { role: "status", class: "count" });
  const chosen = { rule: "", severity: "", document: "", source: "", words: "" };
  const lower = data.findings.map((found) => `${found.message} ${found.snippet} ${found.path}`.toLowerCase());

  const draw = (at) => {
    const found = data.findings[at];
    const rule = data.rules[found.id];
    return el(
      "li",
      { class: found.severity },
      el("p", { class: "where" },
        el("a", { href: `#document/${found.document}/${at}` }, `${found.path}:${found.line}:${found.column}`),
        " ", el("span", { class: "badge" }, found.severity),
        " ", el("code", { title: rule ? rule.why : null }, `${found.id} ${found.rule}`),
        " ", el("small", {}, `${found.confidence} confidence`)),
      el("p", { class: "message" }, found.message),
      el("blockquote", {}, found.snippet),
      rule ? el("p", { class: "remedy" }, rule.remedy) : null,
    );
  };
  const part = stretches(list, draw);

  const show = () => {
    const words = chosen.words.toLowerCase();
    const rows = [];
    data.findings.forEach((found, at) => {
      if (
        (!chosen.rule || found.rule === chosen.rule) &&
        (!chosen.severity || found.severity === chosen.severity) &&
        (!chosen.document || found.path === chosen.document) &&
        (!chosen.source || found.sources.includes(chosen.source)) &&
        (!words || lower[at].includes(words))
      ) rows.push(at);
    });
    part.show(rows);
    count.textContent = `${number(rows.length)} of ${plural(data.findings.length, "finding")}`;
  };

  const counted = (values) => {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  };
  const picks = {};
  const pick = (key, label, values) => {
    const options = counted(values).map(([value, total]) => el("option", { value }, `${value} (${number(total)})`));
    picks[key] = el("select", { id: `pick-${key}`, on: { change: (event) => { chosen[key] = event.target.value; show(); } } },
      el("option", { value: "" }, "all"), ...options);
    return el("label", { for: `pick-${key}` }, label, picks[key]);
  };
  const search = el("input", { type: "search", id: "pick-words",
    on: { input: (event) => { chosen.words = event.target.value; show(); } } });
  const clear = () => {
    for (const key of Object.keys(chosen)) chosen[key] = "";
    for (const select of Object.values(picks)) select.value = "";
    search.value = "";
    show();
  };
  view("findings").append(
    el("form", { class: "filters", role: "search", "aria-label": "Filters", on: { submit: (event) => event.preventDefault() } },
      pick("rule", "Rule", data.findings.map((found) => found.rule)),
      pick("severity", "Severity", data.findings.map((found) => found.severity)),
      pick("document", "Document", data.findings.map((found) => found.path)),
      pick("source", "Source", data.findings.flatMap((found) => found.sources)),
      el("label", { for: "pick-words" }, "Words", search),
      el("button", { type: "button", on: { click: clear } }, "Clear")),
    count, list, part.more);
  show();

  return {
    filter: (key, value) => {
      clear();
      chosen[key] = value;
      picks[key].value = value;
      show();
    },
  };
};
