// The A107012 view: a row chosen is shown on the scan, a box clicked chooses its row.

import { all, one } from "./dom.js";
import { wireStage } from "./gestures.js";
import { parseSpots } from "./spots.js";
import { Viewer } from "./viewer.js";

const rows = all("tr[data-row]");
const pages = all(".thumb").map((thumb) => ({
  width: Number(thumb.dataset.width), height: Number(thumb.dataset.height),
  turns: Number(thumb.dataset.turns), number: Number(thumb.dataset.number), name: thumb.dataset.name,
  kindTitle: thumb.dataset.kindTitle, large: thumb.dataset.large,
}));
const viewer = new Viewer(one("#stage"), pages, {
  onBox: (number) => choose(rows.find((row) => row.dataset.row === number), true),
  onPage: (index) => { one("#where").textContent = `第 ${pages[index].number} 页 · ${pages[index].kindTitle}`; },
});

function choose(row, scroll = false) {
  if (!row) return;
  for (const each of rows) {
    each.classList.toggle("chosen", each === row);
    each.tabIndex = each === row ? 0 : -1;
  }
  row.focus({ preventScroll: true });
  if (scroll) row.scrollIntoView({ block: "center" });
  const spots = parseSpots(row.dataset.spots);
  viewer.choose(spots);
  if (spots.length) viewer.showSpot(spots[0]);
}

const doors = {
  "page-before": () => viewer.show(Math.max(0, viewer.page - 1)),
  "page-after": () => viewer.show(Math.min(pages.length - 1, viewer.page + 1)),
  larger: () => viewer.zoom(1.25),
  smaller: () => viewer.zoom(0.8),
  fit: () => viewer.fit("whole"),
  wide: () => viewer.fit("wide"),
  turn: () => viewer.rotate(),
  boxes: (button) => {
    const shown = button.getAttribute("aria-pressed") !== "true";
    button.setAttribute("aria-pressed", String(shown));
    one("#stage").classList.toggle("boxes-hidden", !shown);
  },
};
const keys = { "+": "larger", "=": "larger", "-": "smaller", 0: "fit", w: "wide", r: "turn", PageUp: "page-before", PageDown: "page-after" };

document.addEventListener("click", (event) => {
  const deed = event.target.closest("[data-do]");
  if (deed) return doors[deed.dataset.do]?.(deed);
  choose(event.target.closest("tr[data-row]"));
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (keys[event.key]) {
    event.preventDefault();
    return doors[keys[event.key]]();
  }
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!step || document.activeElement === one("#stage")) return;
  event.preventDefault();
  const at = rows.findIndex((row) => row.matches(".chosen"));
  choose(rows[Math.min(rows.length - 1, Math.max(0, at + step))], true);
});

wireStage(one("#stage"), viewer, () => {});
viewer.setBoxes(rows.map((row) => ({ id: row.dataset.row, status: "", spots: parseSpots(row.dataset.spots) })));
viewer.show(Number(one("[data-first-page]").dataset.firstPage));
