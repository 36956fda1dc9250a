// The keys of the desk, the layers of the reader, the curtain. Every page works without this file.
"use strict";

const DEFAULT_KEYS = {
  search: "/", next: "j", previous: "k", hide: "h", help: "?", yes: "y", no: "n", unsure: "u",
  family: "b", undo: "z", explain: "e", latin: "l", correct: "c", tie: "s", again: "t",
};
// Kept in this browser: only which key does what, nothing of the project.
const KEYS_KEPT_AS = "muster-keys";

function keys() {
  try {
    return { ...DEFAULT_KEYS, ...JSON.parse(localStorage.getItem(KEYS_KEPT_AS) || "{}") };
  } catch {
    return { ...DEFAULT_KEYS };
  }
}

// Python counts code points, JavaScript counts UTF-16 units: every crossing goes through these two.
function toCodePoints(text, units) {
  let points = 0;
  for (let at = 0; at < units && at < text.length; points += 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return points;
}
function toUnits(text, points) {
  let at = 0;
  for (let seen = 0; seen < points && at < text.length; seen += 1) at += text.codePointAt(at) > 0xffff ? 2 : 1;
  return at;
}

// The text nodes of one paragraph with the offset at which each begins. What stands for a character that
// cannot be seen (⟨U+202E⟩) is one character of the text, whatever its length on the page.
function pieces(paragraph) {
  const found = [];
  let at = Number(paragraph.dataset.start);
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const length = toCodePoints(node.data, node.data.length);
      found.push({ node, start: at, stop: at + length, unseen: false });
      at += length;
    } else if (node.classList && node.classList.contains("unseen")) {
      found.push({ node, start: at, stop: at + 1, unseen: true });
      at += 1;
    } else {
      node.childNodes.forEach(walk);
    }
  };
  paragraph.childNodes.forEach(walk);
  return found;
}

function rangesOf(all, start, stop) {
  let low = 0;
  for (let high = all.length; low < high;) {
    const middle = (low + high) >> 1;
    if (all[middle].stop <= start) low = middle + 1; else high = middle;
  }
  const ranges = [];
  for (; low < all.length && all[low].start < stop; low += 1) {
    const piece = all[low], range = document.createRange();
    if (piece.unseen) {
      range.selectNodeContents(piece.node);
    } else {
      range.setStart(piece.node, toUnits(piece.node.data, Math.max(0, start - piece.start)));
      range.setEnd(piece.node, toUnits(piece.node.data, Math.min(piece.stop, stop) - piece.start));
    }
    ranges.push(range);
  }
  return ranges;
}

function drawLayers(text) {
  const all = [...text.querySelectorAll("p[data-start]")].flatMap(pieces);
  const layers = new Map();
  for (const [layer, start, stop] of JSON.parse(text.dataset.spans)) {
    if (!layers.has(layer)) layers.set(layer, []);
    layers.get(layer).push(...rangesOf(all, start, stop));
  }
  const order = ["claim", "place", "person", "cue", "speaker", "time", "quantity", "hedge", "protected", "focus"];
  const drawn = typeof Highlight === "function" && CSS.highlights !== undefined;
  if (drawn) text.classList.add("drawn-by-script");
  const show = (layer, on) => {
    text.classList.toggle(`no-${layer}`, !on);
    if (!drawn) return;
    CSS.highlights.delete(layer);
    if (!on || !layers.has(layer)) return;
    const highlight = new Highlight(...layers.get(layer));
    highlight.priority = order.indexOf(layer);
    CSS.highlights.set(layer, highlight);
  };
  show("focus", true);
  const boxes = [...document.querySelectorAll("[data-layer]")];
  for (const box of boxes) {
    show(box.dataset.layer, box.checked);
    box.addEventListener("change", () => show(box.dataset.layer, box.checked));
  }
  return boxes;
}

// The selected characters as offsets of the text, in code points; null where the selection is elsewhere.
function selected(text) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  let start = null, stop = null, words = "", before = null;
  for (const piece of [...text.querySelectorAll("p[data-start]")].flatMap(pieces)) {
    if (!range.intersectsNode(piece.node)) continue;
    // Across paragraphs the words between are not on the page: the server would refuse them.
    if (piece.unseen || (before !== null && before !== piece.start)) return null;
    const data = piece.node.data;
    const from = piece.node === range.startContainer ? range.startOffset : 0;
    const to = piece.node === range.endContainer ? range.endOffset : data.length;
    if (from >= to) continue;
    if (start === null) start = piece.start + toCodePoints(data, from);
    stop = piece.start + toCodePoints(data, to);
    words += data.slice(from, to);
    before = piece.stop;
  }
  return start === null ? null : { start, stop, words };
}

function correct(text) {
  const form = document.getElementById("select"), found = selected(text);
  if (!form || !found) return;
  for (const name of ["start", "stop", "words"]) form.elements[name].value = found[name];
  form.hidden = false;
  form.elements.verdict.focus();
}

// Two keys tie two stretches of the text: one on a claim of the margin, one on whoever says it.
function tie() {
  const form = document.getElementById("tie"), said = document.getElementById("tie-said");
  const item = document.activeElement?.closest("[data-record]");
  if (!form || !item) return false;
  if (item.dataset.of === "claim") {
    document.querySelector(".waiting")?.classList.remove("waiting");
    item.closest("li").classList.add("waiting");
    form.elements.record.value = item.dataset.record;
    said.hidden = false;
    return true;
  }
  if (!form.elements.record.value || !item.dataset.record.startsWith("mention-")) return false;
  form.elements.points_at.value = item.dataset.record;
  form.submit();
  return true;
}

function step(by) {
  const items = [...document.querySelectorAll("[data-item]")].filter((i) => i.offsetParent !== null);
  if (!items.length) return;
  const at = items.indexOf(document.activeElement);
  items[Math.min(items.length - 1, Math.max(0, at < 0 ? 0 : at + by))].focus();
}

function press(name) {
  const target = document.querySelector(`[data-press="${name}"]`);
  if (target) target.click();
  return target !== null;
}

function setKeys() {
  const held = keys();
  for (const box of document.querySelectorAll("[data-key]")) {
    box.value = held[box.dataset.key];
    box.addEventListener("input", () => {
      const chosen = keys();
      // One key does one thing: whatever had it gives it up to its own default, or keeps what it has.
      const taken = Object.entries(chosen).some(([name, key]) => key === box.value && name !== box.dataset.key);
      if (!box.value.trim() || taken) { box.setAttribute("aria-invalid", "true"); return; }
      box.removeAttribute("aria-invalid");
      chosen[box.dataset.key] = box.value;
      localStorage.setItem(KEYS_KEPT_AS, JSON.stringify(chosen));
    });
  }
  for (const button of document.querySelectorAll("[data-press]")) {
    if (held[button.dataset.press]) button.setAttribute("aria-keyshortcuts", held[button.dataset.press]);
    if (button.tagName === "BUTTON") {
      const cap = document.createElement("kbd");
      cap.textContent = held[button.dataset.press];
      button.prepend(cap, " ");
    }
  }
}

// A page that nobody touches is covered when the desk's patience ends, and then asked for again: the desk
// answers that it is locked. Somebody who writes for long is there, and says so at most once a minute.
function watchOver(curtain) {
  const patience = Number(document.documentElement.dataset.idle) * 1000;
  if (!patience) return;
  let touched = Date.now(), said = Date.now();
  for (const sign of ["keydown", "pointerdown", "input"]) {
    document.addEventListener(sign, () => {
      touched = Date.now();
      if (touched - said < Math.min(60000, patience / 3)) return;
      said = touched;
      fetch("/static/desk.js", { method: "HEAD" }).catch(() => {});
    }, { passive: true });
  }
  setInterval(() => {
    if (Date.now() - touched <= patience) return;
    curtain.hidden = false;
    // What nobody sent must not stand behind the curtain either.
    for (const form of document.forms) form.reset();
    location.replace(location.pathname);
  }, Math.min(5000, patience / 3));
}

function start() {
  const text = document.getElementById("text");
  const boxes = text ? drawLayers(text) : [];
  const curtain = document.getElementById("curtain"), help = document.getElementById("keys");
  setKeys();
  watchOver(curtain);
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent));
  }
  // A double press must not answer the next question too.
  document.getElementById("answer")?.addEventListener("submit", (event) => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, textarea, select") && event.target.type !== "checkbox") {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const held = keys(), named = Object.keys(held).find((name) => held[name] === event.key);
    if (named === "hide") { curtain.hidden = !curtain.hidden; event.preventDefault(); return; }
    if (!curtain.hidden || help.open) return;
    const number = Number(event.key);
    if (boxes.length && number >= 1 && number <= boxes.length) { boxes[number - 1].click(); return; }
    let done = true;
    if (named === "search") document.getElementById("q").focus();
    else if (named === "help") help.showModal();
    else if (named === "next") press("next") || step(1);
    else if (named === "previous") press("previous") || step(-1);
    else if (named === "explain") { const why = document.getElementById("reasons"); if (why) why.open = !why.open; }
    else if (named === "correct" && text) correct(text);
    else if (named === "tie") done = tie();
    else done = named !== undefined && press(named);
    if (done) event.preventDefault();
  });
}

// Places in a drawing are percents of its width: a wider drawing is a closer look, with letters as large as before.
function closer(box) {
  let times = 1;
  const row = document.createElement("p");
  row.className = "zoom";
  for (const [sign, by] of [["+", 2], ["−", 0.5]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.setAttribute("aria-label", `${box.getAttribute("aria-label")}: ${sign}`);
    button.addEventListener("click", () => {
      times = Math.min(16, Math.max(1, times * by));
      const middle = (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth;
      for (const svg of box.querySelectorAll("svg")) svg.setAttribute("width", `${100 * times}%`);
      box.scrollLeft = middle * box.scrollWidth - box.clientWidth / 2;
    });
    row.append(button);
  }
  box.before(row);
}

document.addEventListener("DOMContentLoaded", () => {
  start();
  document.querySelectorAll(".drawn:not(.tiles)").forEach(closer);
});
