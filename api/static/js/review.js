// The review page: wires viewer, panel, keys and actions together.

import { all, one, openDialog, say } from "./dom.js";
import { wireDecisions } from "./deciding.js";
import { wireDrawing } from "./drawing.js";
import { wireEditing } from "./editing.js";
import { wireStage } from "./gestures.js";
import { wireKeys } from "./keys.js";
import { wirePages } from "./pages.js";
import { wireSettling } from "./settling.js";
import { fetchPart } from "./service.js";
import { Shelf } from "./shelf.js";
import { fillCrops, parseSpots } from "./spots.js";
import { wireTurning } from "./turning.js";
import { Viewer } from "./viewer.js";

const submission = one("[data-submission]").dataset.submission;

const readPages = () =>
  all(".thumb").map((thumb) => ({
    width: Number(thumb.dataset.width),
    height: Number(thumb.dataset.height),
    turns: Number(thumb.dataset.turns),
    file: Number(thumb.dataset.file),
    number: Number(thumb.dataset.number),
    version: Number(thumb.dataset.version),
    name: thumb.dataset.name,
    kind: thumb.dataset.kind,
    kindTitle: thumb.dataset.kindTitle,
    small: one("img", thumb)?.getAttribute("src") ?? "",
    large: thumb.dataset.large,
  }));

const readBoxes = () =>
  all(".field-row[data-spots]").map((row) => ({
    id: row.dataset.field,
    status: row.dataset.status,
    spots: parseSpots(row.dataset.spots),
  }));

const viewer = new Viewer(one("#stage"), readPages(), {
  onBox: (id) => shelf.choose(fieldOf(id), { focus: true }),
  onPage: markPage,
  onTurn: (page) => review.turned(page),
});
const shelf = new Shelf(onChoose);
let side = 0;

export const review = {
  submission, viewer, shelf, refresh, complete, fieldOf, sidesOf, showSide,
  mayChange: one("[data-may-review]").dataset.mayReview === "yes",
  base: `/v1/submissions/${submission}`,
  facts: () => one("#case-name").dataset,
};

export function fieldOf(id) {
  return all(".field-row").find((row) => row.dataset.field === id) ?? null;
}

/** The crops of a finding or field, each a place to look at. */
function sidesOf(item) {
  return item ? all("[data-crop]", item).map((crop) => parseSpots(crop.dataset.crop)[0]) : [];
}

async function onChoose(item) {
  side = 0;
  if (!item) return viewer.choose([]);
  showSide(0);
  await complete(item);
  if (item === shelf.current && item.matches(".finding")) showSide(0);
}

const coming = new WeakMap();

/** Fetches what a closed item leaves out, once however often it is asked, and fills its crops. */
async function complete(item) {
  if (one("[data-lazy]", item) && !coming.has(item)) coming.set(item, fetchInside(item));
  await coming.get(item);
  fillCrops(item, viewer.pages);
}

async function fetchInside(item) {
  const which = item.dataset.rule ? `finding=${item.dataset.rule}` : `field=${encodeURIComponent(item.dataset.field)}`;
  const parts = await fetchPart(`/submissions/${submission}/item?${which}`);
  if (!parts) return void coming.delete(item);
  const gap = one("[data-lazy]", item);
  gap.removeAttribute("data-lazy");
  gap.replaceChildren(...parts.body.childNodes);
}

/** Looks at one of the places of what is chosen; the others are marked differently. */
function showSide(step) {
  const item = shelf.current;
  const spots = item?.matches(".field-row") ? parseSpots(item.dataset.spots) : sidesOf(item);
  if (!spots.length) {
    viewer.choose([]);
    // A value that stands nowhere on a page: the paper that should state it is shown.
    const paper = item?.closest("[data-first-page]");
    if (paper) viewer.show(Number(paper.dataset.firstPage));
    return;
  }
  side = (side + step + spots.length) % spots.length;
  viewer.choose([spots[side]], spots.filter((_, at) => at !== side));
  viewer.showSpot(spots[side]);
}

function markPage(index) {
  for (const thumb of all(".thumb")) {
    const here = Number(thumb.dataset.page) === index;
    if (here) {
      thumb.setAttribute("aria-current", "true");
      thumb.scrollIntoView({ block: "nearest" });
    } else thumb.removeAttribute("aria-current");
  }
  const page = viewer.pages[index];
  one("#where").textContent = `${page.number} / ${viewer.pages.filter((each) => each.file === page.file).length} · ${page.kindTitle}`;
}

/** Fetches the lists anew, keeps what is chosen, and shows which findings changed. */
async function refresh({ announce = true } = {}) {
  const parts = await fetchPart(`/submissions/${submission}/parts`);
  if (!parts) return null;
  // As it is now: the person may have gone on while the parts were fetched.
  const before = new Map(all(".finding").map((item) => [item.dataset.rule, { ...item.dataset }]));
  const kept = {
    rule: shelf.chosen.findings?.dataset.rule,
    field: shelf.chosen.fields?.dataset.field,
    scroll: one("#shelf").scrollTop,
  };
  for (const id of ["case", "strip", "shelf"])
    one(`#${id}`).replaceChildren(...one(`#part-${id}`, parts).content.cloneNode(true).childNodes);
  viewer.pages = readPages();
  shelf.chosen = { findings: null, fields: null };
  const changed = announce ? markChanges(before) : [];
  renew();
  const item = shelf.pane === "fields" ? fieldOf(kept.field) : kept.rule && one(`#finding-${kept.rule}`);
  one("#shelf").scrollTop = kept.scroll;
  if (item) shelf.choose(item, { focus: true });
  return changed;
}

function markChanges(before) {
  const changed = all(".finding").filter((item) => {
    const old = before.get(item.dataset.rule);
    return old && (old.outcome !== item.dataset.outcome || old.message !== item.dataset.message);
  });
  for (const item of changed) item.classList.add("changed");
  const told = changed.slice(0, 4).map((item) => {
    const old = before.get(item.dataset.rule);
    return old.outcome === item.dataset.outcome
      ? `${item.dataset.rule} 说明已更新`
      : `${item.dataset.rule}：${outcomeWord(old.outcome)} → ${outcomeWord(item.dataset.outcome)}`;
  });
  if (told.length) say(`已重新核查 · ${told.join("；")}${changed.length > 4 ? ` 等 ${changed.length} 条` : ""}`);
  return changed;
}

const OUTCOMES = {
  passed: "一致", failed: "不一致", doubtful: "存疑", not_comparable: "期间不可比",
  missing: "缺失", unreadable: "无法识别", not_applicable: "不适用",
};
const outcomeWord = (name) => OUTCOMES[name] ?? name;

function renew() {
  shelf.renewed();
  viewer.setBoxes(readBoxes());
  if (viewer.page < 0) return;
  markPage(Math.min(viewer.page, viewer.pages.length - 1));
  viewer.apply(viewer.at);
}

function wireClicks() {
  document.addEventListener("click", (event) => {
    const thumb = event.target.closest(".thumb");
    if (thumb) return viewer.show(Number(thumb.dataset.page));
    const crop = event.target.closest("[data-crop]");
    if (crop) return lookAt(crop);
    const goField = event.target.closest("[data-go-field]");
    if (goField) return shelf.choose(fieldOf(goField.dataset.goField), { focus: true });
    const goRule = event.target.closest("[data-go-rule]");
    if (goRule) return shelf.choose(one(`#finding-${goRule.dataset.goRule}`), { focus: true });
    const deed = event.target.closest("[data-do]");
    if (deed) doors[deed.dataset.do]?.(deed);
  });
}

function lookAt(crop) {
  const item = crop.closest(".finding, .field-row");
  const spot = parseSpots(crop.dataset.crop)[0];
  viewer.choose([spot], sidesOf(item).filter((each) => each.page !== spot.page || `${each.box}` !== `${spot.box}`));
  viewer.showSpot(spot);
}

const turnPage = (step) => viewer.show(Math.min(viewer.pages.length - 1, Math.max(0, viewer.page + step)));
const doors = {
  help: () => openDialog("help"),
  exports: () => openDialog("exports"),
  "page-before": () => turnPage(-1),
  "page-after": () => turnPage(1),
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
review.doors = doors;

wireClicks();
wireStage(one("#stage"), viewer, wireDrawing(review));
wireEditing(review);
wireSettling(review);
wireDecisions(review);
wirePages(review);
wireTurning(review);
wireKeys(review);
renew();
viewer.show(0);
const asked = new URLSearchParams(location.search);
const first = asked.get("field") ? fieldOf(asked.get("field"))
  : one(`#finding-${CSS.escape(asked.get("rule") ?? "-")}`) ?? one('.finding[data-unresolved="yes"]');
if (first) shelf.choose(first);
