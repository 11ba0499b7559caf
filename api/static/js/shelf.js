// The panel beside the page: tabs, filters, and which finding or field is chosen.

import { all, one } from "./dom.js";

const PANES = ["findings", "fields", "notes"];
const ITEMS = ".finding, .field-row";

export class Shelf {
  /** onChoose gets the chosen element, or null. */
  constructor(onChoose) {
    this.onChoose = onChoose;
    this.pane = "findings";
    this.sieve = "open";
    this.chosen = { findings: null, fields: null };
    this.wire();
  }

  wire() {
    for (const tab of all("[role=tab]")) {
      tab.addEventListener("click", () => this.showPane(tab.id.slice(4)));
      tab.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const next = PANES[(PANES.indexOf(this.pane) + step + PANES.length) % PANES.length];
        this.showPane(next);
        one(`#tab-${next}`).focus();
      });
    }
    for (const button of all("[data-sieve]"))
      button.addEventListener("click", () => this.setSieve(button.dataset.sieve));
    one("#find").addEventListener("input", () => this.filter());
    one("#shelf").addEventListener("click", (event) => {
      const item = event.target.closest(ITEMS);
      if (!item) return;
      if (event.target.closest(".headline")) return this.choose(item.matches(".chosen") ? null : item, { focus: true });
      if (item.matches(".field-row") && !event.target.closest("button, input, textarea, .more")) this.choose(item, { focus: true });
    });
  }

  /** Counts, filter and the chosen items after the server sent the lists anew. */
  renewed() {
    for (const pane of ["findings", "fields"]) {
      const left = all('[data-unresolved="yes"]', one(`#pane-${pane}`)).length;
      one(`[data-count="${pane}"]`).textContent = left || "✓";
      one(`[data-count="${pane}"]`).title = left ? `${left} 项待处理` : "没有待处理";
    }
    one('[data-count="notes"]').textContent = all("#pane-notes .entry .said").length || "0";
    this.showPane(this.pane);
  }

  showPane(pane) {
    this.pane = pane;
    for (const name of PANES) {
      const tab = one(`#tab-${name}`);
      tab.setAttribute("aria-selected", String(name === pane));
      tab.tabIndex = name === pane ? 0 : -1;
      one(`#pane-${name}`).hidden = name !== pane;
    }
    one("#sieve").hidden = pane === "notes";
    this.filter();
  }

  setSieve(name) {
    this.sieve = name;
    for (const button of all("[data-sieve]"))
      button.setAttribute("aria-pressed", String(button.dataset.sieve === name));
    this.filter();
  }

  filter() {
    const pane = one(`#pane-${this.pane}`);
    const words = one("#find").value.trim().toLowerCase();
    const items = all(ITEMS, pane);
    let shown = 0;
    for (const item of items) {
      const wanted = this.sieve === "all" || item.dataset.unresolved === "yes" || item.matches(".chosen, .changed")
        || item.dataset.open === "yes";
      item.hidden = !wanted || Boolean(words && !item.textContent.toLowerCase().includes(words));
      shown += item.hidden ? 0 : 1;
    }
    for (const section of all("section[data-document]", pane))
      section.hidden = !all(".field-row:not([hidden])", section).length;
    const nothing = one("[data-nothing]", pane);
    if (nothing) nothing.hidden = shown > 0;
    one("#sieve-count").textContent = items.length ? `${shown} / ${items.length}` : "";
  }

  get current() {
    return this.pane === "notes" ? null : this.chosen[this.pane];
  }

  /** Chooses an item; opens its pane and shows it even where the filter hides it. */
  choose(item, { focus = false } = {}) {
    const pane = item ? (item.matches(".finding") ? "findings" : "fields") : this.pane;
    if (pane === "notes") return;
    this.mark(this.chosen[pane], false);
    this.chosen[pane] = item;
    if (item) {
      if (pane !== this.pane) this.showPane(pane);
      this.mark(item, true);
      item.hidden = false;
      item.closest("section")?.removeAttribute("hidden");
      if (focus) item.focus({ preventScroll: true });
      item.scrollIntoView({ block: "nearest" });
    }
    this.onChoose(item);
  }

  mark(item, on) {
    if (!item) return;
    item.classList.toggle("chosen", on);
    item.tabIndex = on ? 0 : -1;
    one(".headline", item)?.setAttribute("aria-expanded", String(on));
  }

  /** The next item in a direction among those that are shown, or only the unresolved ones. */
  step(direction, onlyUnresolved) {
    const wanted = onlyUnresolved ? '[data-unresolved="yes"]' : ":not([hidden])";
    const everything = all(ITEMS, one(`#pane-${this.pane}`));
    const at = everything.indexOf(this.current);
    const order = direction > 0 ? everything.slice(at + 1) : everything.slice(0, at < 0 ? undefined : at).reverse();
    return order.find((item) => item.matches(wanted)) ?? null;
  }
}
