// Elements are made with text only: nothing a document contains is ever parsed as markup.
const el = (tag, attributes = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") for (const [event, action] of Object.entries(value)) made.addEventListener(event, action);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
};

// Only addresses of the web become links; any other stays text.
const outward = (url, text = url) =>
  /^https?:\/\//i.test(url)
    ? el("a", { href: url, rel: "noopener noreferrer nofollow", target: "_blank" }, text)
    : el("span", {}, text);

const number = (count) => count.toLocaleString("en");
const plural = (count, word) => `${number(count)} ${word}${count === 1 ? "" : "s"}`;
const view = (name) => document.getElementById(name);

// Offsets of the report count code points, strings of this language UTF-16 units.
const units = (text) => {
  const places = [];
  for (let at = 0, count = 0; at < text.length; at += 1, count += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code < 0xdc00 && at + 1 < text.length) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next < 0xe000) {
        places.push(count);
        at += 1;
      }
    }
  }
  if (!places.length) return (offset) => offset;
  return (offset) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low;
  };
};

const unpacked = async (id) => {
  const packed = atob(document.getElementById(id).textContent);
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
};

// A long list is drawn a stretch at a time; printing draws as much of it as anybody would print.
const STRETCH = 60;
const PRINTED = 2000;
const stretches = (list, draw) => {
  let rows = [];
  let shown = 0;
  const more = el("button", { type: "button", class: "more", on: { click: () => grow(STRETCH * 5) } });
  const grow = (count) => {
    list.append(...rows.slice(shown, shown + count).map(draw));
    shown = Math.min(rows.length, shown + count);
    more.hidden = shown >= rows.length;
    more.textContent = `Show more (${number(rows.length - shown)} left)`;
  };
  addEventListener("beforeprint", () => !list.closest("[hidden]") && grow(PRINTED));
  return {
    more,
    show: (next) => {
      rows = next;
      shown = 0;
      list.replaceChildren();
      grow(STRETCH);
    },
  };
};
