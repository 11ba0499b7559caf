// Spots (a box on a page) as the server writes them, and crops of the page picture around them.

import { all, svg } from "./dom.js";

/** "14:0.1,0.2,0.3,0.4;…" → [{page, box}] */
export const parseSpots = (code) =>
  (code ?? "").split(";").filter(Boolean).map((each) => {
    const [page, box] = each.split(":");
    return { page: Number(page), box: box.split(",").map(Number) };
  });

const SMALLEST_WIDTH = 0.56;

/** Whether a spot is the page as such, not a place on it. */
export const isWhole = ({ box: [l, t, r, b] }) => l <= 0 && t <= 0 && r >= 1 && b >= 1;

/** Fills every [data-crop] below an element with a view of the page picture around the box. */
export function fillCrops(inside, pages) {
  for (const place of all("[data-crop]:empty", inside)) {
    const [spot] = parseSpots(place.dataset.crop);
    const page = pages[spot.page];
    if (page?.large) place.append(crop(page, spot.box));
    else place.hidden = true;
  }
}

/** A box of fractions on the page turned clockwise by so many quarters. */
export const turnedBox = ([l, t, r, b], turns) =>
  [[l, t, r, b], [1 - b, l, 1 - t, r], [1 - r, 1 - b, 1 - l, 1 - t], [t, 1 - r, b, 1 - l]][turns];

/** How far a page turned around its corner has to be moved to lie where it lay. */
export const shiftOf = (turns, width, height) => [[0, 0], [height, 0], [width, height], [0, width]][turns];

/** Draws the crops of one page anew, after it was turned. */
export function redrawCrops(inside, pages, index) {
  for (const place of all("[data-crop]", inside))
    if (parseSpots(place.dataset.crop)[0].page === index) place.replaceChildren();
  fillCrops(inside, pages);
}

function crop({ width, height, turns, large }, box) {
  const [l, t, r, b] = turnedBox(box, turns);
  const [wide, high] = turns % 2 ? [height, width] : [width, height];
  let left = Math.max(0, l - 0.2);
  let right = Math.min(1, r + 0.04);
  if (right - left < SMALLEST_WIDTH) {
    left = Math.max(0, Math.min(left, r - SMALLEST_WIDTH + 0.04));
    right = Math.min(1, left + SMALLEST_WIDTH);
  }
  const top = Math.max(0, t - 0.014);
  const bottom = Math.min(1, b + 0.014);
  const view = [left * wide, top * high, (right - left) * wide, (bottom - top) * high];
  const picture = svg("svg", { viewBox: view.join(" "), "aria-hidden": "true" });
  const [across, down] = shiftOf(turns, width, height);
  picture.append(
    svg("image", {
      href: large, x: 0, y: 0, width, height, preserveAspectRatio: "none",
      transform: `translate(${across} ${down}) rotate(${turns * 90})`,
    }),
    svg("rect", {
      x: l * wide - 4, y: t * high - 4, width: (r - l) * wide + 8, height: (b - t) * high + 8, rx: 3,
    }),
  );
  return picture;
}
