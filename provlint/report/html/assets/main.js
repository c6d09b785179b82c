const start = async () => {
  const data = await unpacked("data");
  const findings = findingsView(data);
  const openDocument = documentView(data);
  const lazy = { ...tableViews(data), map: mapView(data) };
  const views = ["overview", "findings", "documents", "document", "quotations", "links", "map"];

  const route = async (event) => {
    const [name, index, finding] = decodeURIComponent(location.hash.slice(1)).split("/");
    const shown = views.includes(name) ? name : "overview";
    for (const other of views) view(other).hidden = other !== shown;
    if (lazy[shown]) {
      lazy[shown]();
      delete lazy[shown];
    }
    for (const tab of document.querySelectorAll("nav a")) {
      if (tab.hash === `#${shown === "document" ? "documents" : shown}`) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    }
    if (shown === "document") await openDocument(Number(index), finding);
    if (event && !finding) view(shown).querySelector("h2")?.focus({ preventScroll: true });
  };

  // A bar of the overview's charts leads to what it counts.
  for (const row of document.querySelectorAll("#overview [data-filter] tbody tr")) {
    const head = row.querySelector("th");
    const key = row.closest("[data-filter]").dataset.filter;
    const button = el("button", { type: "button", class: "plain" }, head.textContent);
    button.addEventListener("click", () => {
      findings.filter(key, head.dataset.value);
      location.hash = "#findings";
    });
    if (head.dataset.value) head.replaceChildren(button);
  }
  // The hash says which view is shown: to skip must not change it.
  document.querySelector(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector("main > section:not([hidden]) h2")?.focus();
  });
  addEventListener("hashchange", route);
  await route();
  document.documentElement.dataset.ready = "true";
};
start();
