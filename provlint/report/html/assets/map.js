// Three columns, lines between names that rest on each other; whoever does not see it has the same as a table.
const mapView = (data) => () => {
  const stacks = [["speaker"], ["document"], ["domain", "outlet"]];
  const words = { speaker: "Speakers", document: "Documents", outlet: "Outlets", domain: "Domains" };
  const space = "http://www.w3.org/2000/svg";
  const shape = (tag, attributes, ...children) => {
    const made = document.createElementNS(space, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  };
  const { columns, edges, total } = data.resting;
  const named = (column, name, weight, x, y) => {
    const label = name.length > 32 ? `…${name.slice(-31)}` : name;
    const node = shape("g", { class: `node ${column}`, tabindex: "0", role: "img", "aria-label": `${name}, ${number(weight)}` },
      shape("rect", { x: x - 6, y: y - 18, width: 280, height: 26, rx: 4 }),
      shape("text", { x, y }, `${label} · ${number(weight)}`),
      shape("title", {}, name));
    node.dataset.key = `${column} ${name}`;
    return node;
  };
  const places = new Map();
  const nodes = [];
  let height = 0;
  stacks.forEach((stack, at) => {
    const x = 20 + at * 460;
    let y = 24;
    for (const column of stack) {
      nodes.push(shape("text", { x, y, class: "head" }, `${words[column]} (${columns[column].length} of ${number(total[column])})`));
      y += 34;
      for (const [name, weight] of columns[column]) {
        places.set(`${column} ${name}`, [x, y]);
        nodes.push(named(column, name, weight, x, y));
        y += 34;
      }
      y += 20;
    }
    height = Math.max(height, y);
  });
  const lines = edges.map(([from, one, to, other, count]) => {
    const [x1, y1] = places.get(`${from} ${one}`);
    const [x2, y2] = places.get(`${to} ${other}`);
    const [left, top, right, bottom] = x1 < x2 ? [x1 + 274, y1 - 5, x2 - 6, y2 - 5] : [x2 + 274, y2 - 5, x1 - 6, y1 - 5];
    const line = shape("path", { d: `M${left} ${top}C${left + 70} ${top} ${right - 70} ${bottom} ${right} ${bottom}`,
      class: "edge", "stroke-width": Math.min(8, 1 + Math.log2(count)) });
    line.dataset.ends = JSON.stringify([`${from} ${one}`, `${to} ${other}`]);
    return line;
  });
  const drawing = shape("svg", { viewBox: `0 0 1230 ${height}`, class: "map", "aria-label": "Map of the run", role: "group" }, ...lines, ...nodes);
  const light = (key) => {
    drawing.classList.toggle("lit", Boolean(key));
    for (const line of lines) line.classList.toggle("on", Boolean(key) && JSON.parse(line.dataset.ends).includes(key));
  };
  for (const node of nodes.filter((made) => made.dataset.key)) {
    node.addEventListener("mouseenter", () => light(node.dataset.key));
    node.addEventListener("focus", () => light(node.dataset.key));
    node.addEventListener("mouseleave", () => light(""));
    node.addEventListener("blur", () => light(""));
  }
  view("map").append(
    el("p", {}, "The heaviest names of each kind. A line joins a document to what it quotes, names and links; point at a name, or move to it by Tab, to see what it is joined to."),
    el("div", { class: "scroll" }, drawing));
  table(view("map"), "The same in words", ["This", "rests on", "how often"],
    edges.map((edge) => edge).sort((one, other) => other[4] - one[4]), ([, one, , other, count]) => [one, other, number(count)],
    ([, one, , other]) => [one, other]);
};
