// Spots (a box on a page) as the server writes them, and crops of the page picture around them.

import { all, svg } from "./dom.js";

/** "14:0.1,0.2,0.3,0.4;…" → [{page, box}] */
export const parseSpots = (code) =>
  (code ?? "").split(";").filter(Boolean).map((each) => {
    const [page, box] = each.split(":");
    return { page: Number(page), box: box.split(",").map(Number) };
  });

const SMALLEST_WIDTH = 0.56;

/** Fills every [data-crop] below an element with a view of the page picture around the box. */
export function fillCrops(inside, pages) {
  for (const place of all("[data-crop]:empty", inside)) {
    const [spot] = parseSpots(place.dataset.crop);
    const page = pages[spot.page];
    if (page?.large) place.append(crop(page, spot.box));
    else place.hidden = true;
  }
}

function crop({ width, height, large }, [l, t, r, b]) {
  let left = Math.max(0, l - 0.2);
  let right = Math.min(1, r + 0.04);
  if (right - left < SMALLEST_WIDTH) {
    left = Math.max(0, Math.min(left, r - SMALLEST_WIDTH + 0.04));
    right = Math.min(1, left + SMALLEST_WIDTH);
  }
  const top = Math.max(0, t - 0.014);
  const bottom = Math.min(1, b + 0.014);
  const view = [left * width, top * height, (right - left) * width, (bottom - top) * height];
  const picture = svg("svg", { viewBox: view.join(" "), "aria-hidden": "true" });
  picture.append(
    svg("image", { href: large, x: 0, y: 0, width, height, preserveAspectRatio: "none" }),
    svg("rect", {
      x: l * width - 4, y: t * height - 4, width: (r - l) * width + 8, height: (b - t) * height + 8, rx: 3,
    }),
  );
  return picture;
}
