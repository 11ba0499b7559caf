// The page viewer: one page picture with boxes over it; zoom, pan, turn, zoom to a box.

import { make, one, svg } from "./dom.js";
import { isWhole, shiftOf, turnedBox } from "./spots.js";

const CLOSEST = 3;
const READING_SCALE = 0.64;
const MARGIN = 10;
// Captions stand left of their values: the box is put right of the middle.
const TARGET = 0.6;

export class Viewer {
  /** pages: {width, height, turns, large, number, name, kindTitle}; onBox gets the field of a clicked box. */
  constructor(stage, pages, { onBox, onPage, onTurn = () => {} }) {
    Object.assign(this, { stage, pages, onBox, onPage, onTurn });
    this.page = -1;
    this.boxes = [];
    this.chosen = [];
    this.sheet = make("div", { className: "sheet" });
    this.picture = make("img", { alt: "" });
    this.picture.draggable = false;
    this.overlay = svg("svg", { "aria-hidden": "true", preserveAspectRatio: "none" });
    this.sheet.append(this.picture, this.overlay);
    stage.append(this.sheet);
    this.at = { x: 0, y: 0, scale: 1 };
    this.overlay.addEventListener("click", (event) => {
      const id = event.target.dataset?.field;
      if (id && !this.moved) this.onBox(id);
    });
    new ResizeObserver(() => this.page >= 0 && this.apply(this.at)).observe(stage);
  }

  get current() {
    return this.pages[this.page];
  }

  /** Quarter turns clockwise by which a person turned the page. */
  get turn() {
    return this.current.turns;
  }

  /** Width and height of the page as it lies after turning. */
  get size() {
    const { width, height } = this.current;
    return this.turn % 2 ? [height, width] : [width, height];
  }

  /** Shows a page, whole; keeps what is shown when it is the same page. */
  show(index, { keep = false } = {}) {
    const page = this.pages[index];
    if (!page) return;
    const same = index === this.page;
    this.page = index;
    if (!same) {
      one(".no-picture", this.stage)?.remove();
      this.sheet.hidden = !page.large;
      // The thumbnail stands in until the picture is there.
      this.sheet.style.backgroundImage = page.small ? `url("${page.small}")` : "";
      this.picture.removeAttribute("src");
      if (page.large) {
        this.picture.src = page.large;
        this.picture.alt = `${page.name} 第 ${page.number} 页，${page.kindTitle}`;
      } else {
        this.stage.append(make("p", { className: "no-picture", text: "Word 文件没有页面图像，取值见右侧字段" }));
      }
      this.sheet.style.width = `${page.width}px`;
      this.sheet.style.height = `${page.height}px`;
      this.overlay.setAttribute("viewBox", `0 0 ${page.width} ${page.height}`);
      this.preload(index + 1);
      this.preload(index - 1);
    }
    if (!keep && !same) this.fit("wide");
    this.draw();
    this.onPage(index);
  }

  preload(index) {
    const large = this.pages[index]?.large;
    if (large) new Image().src = large;
  }

  /** Puts the sheet somewhere; never lets it leave the stage. */
  apply({ x, y, scale }, glide = false) {
    const [wide, high] = this.size.map((side) => side * scale);
    const { clientWidth: w, clientHeight: h } = this.stage;
    const keepIn = (at, size, room) =>
      size + 2 * MARGIN <= room ? (room - size) / 2 : Math.min(MARGIN, Math.max(room - size - MARGIN, at));
    this.at = { x: keepIn(x, wide, w), y: keepIn(y, high, h), scale };
    const { width, height } = this.current;
    const shift = shiftOf(this.turn, width, height);
    this.sheet.classList.toggle("gliding", glide);
    this.sheet.style.transform =
      `translate(${this.at.x}px, ${this.at.y}px) scale(${scale}) translate(${shift[0]}px, ${shift[1]}px) rotate(${this.turn * 90}deg)`;
    one("#scale").textContent = `${Math.round(scale * 133)}%`;
  }

  fit(how = "whole") {
    const [wide, high] = this.size;
    const { clientWidth: w, clientHeight: h } = this.stage;
    const across = (w - 2 * MARGIN) / wide;
    const scale = how === "wide" ? across : Math.min(across, (h - 2 * MARGIN) / high);
    this.apply({ x: 0, y: MARGIN, scale }, true);
  }

  zoom(factor, around) {
    const { clientWidth: w, clientHeight: h } = this.stage;
    const [px, py] = around ?? [w / 2, h / 2];
    const scale = Math.min(CLOSEST, Math.max(0.1, this.at.scale * factor));
    const ratio = scale / this.at.scale;
    this.apply({ x: px - (px - this.at.x) * ratio, y: py - (py - this.at.y) * ratio, scale }, !around);
  }

  pan(dx, dy) {
    this.apply({ ...this.at, x: this.at.x + dx, y: this.at.y + dy });
  }

  rotate() {
    if (!this.current.large) return;
    this.current.turns = (this.turn + 1) % 4;
    this.fit("whole");
    this.onTurn(this.current);
  }

  /** Shows the page of a spot with the box in the middle, large enough to read. */
  showSpot(spot) {
    if (!this.pages[spot.page]) return;
    this.show(spot.page, { keep: true });
    if (!this.current.large) return;
    if (isWhole(spot)) return this.fit("wide");
    const [left, top, right, bottom] = this.turned(spot.box);
    const { clientWidth: w, clientHeight: h } = this.stage;
    const [wide] = this.size;
    const across = (w - 2 * MARGIN) / wide;
    const close = Math.min((w * 0.8) / (right - left), (h * 0.7) / Math.max(1, bottom - top));
    const scale = Math.max(Math.min(close, READING_SCALE), Math.min(across, READING_SCALE));
    this.apply(
      { x: w * TARGET - ((left + right) / 2) * scale, y: h / 2 - ((top + bottom) / 2) * scale, scale },
      true,
    );
  }

  /** A box of fractions in pixels of the page as it lies. */
  turned(box) {
    const [wide, high] = this.size;
    const at = turnedBox(box, this.turn);
    return [at[0] * wide, at[1] * high, at[2] * wide, at[3] * high];
  }

  /** A point of the stage as fractions of the upright page. */
  pointAt(clientX, clientY) {
    const frame = this.stage.getBoundingClientRect();
    const [wide, high] = this.size;
    const u = (clientX - frame.left - this.at.x) / this.at.scale / wide;
    const v = (clientY - frame.top - this.at.y) / this.at.scale / high;
    const point = [[u, v], [v, 1 - u], [1 - u, 1 - v], [1 - v, u]][this.turn];
    return point.map((each) => Math.min(1, Math.max(0, each)));
  }

  /** boxes: {id, status, spots}; drawn on whichever page is shown. */
  setBoxes(boxes) {
    this.boxes = boxes;
    this.draw();
  }

  /** chosen: spots to stand out; others: spots of the other side. */
  choose(chosen, others = []) {
    this.chosen = chosen;
    this.others = others;
    this.draw();
  }

  draw() {
    if (this.page < 0) return;
    const { width, height } = this.current;
    const rect = (spot, className, id = "") => {
      const [l, t, r, b] = spot.box;
      const drawn = svg("rect", {
        class: `mark-box ${className}`, x: l * width - 3, y: t * height - 3,
        width: (r - l) * width + 6, height: (b - t) * height + 6, rx: 3,
      });
      if (id) drawn.dataset.field = id;
      return drawn;
    };
    const here = (spots) => (spots ?? []).filter((spot) => spot.page === this.page && !isWhole(spot));
    this.overlay.replaceChildren(
      ...this.boxes.flatMap((box) => here(box.spots).map((spot) => rect(spot, box.status, box.id))),
      ...here(this.others).map((spot) => rect(spot, "other")),
      ...here(this.chosen).map((spot) => rect(spot, "chosen")),
    );
    for (const marked of this.overlay.querySelectorAll(".chosen, .other")) marked.style.pointerEvents = "none";
  }
}
