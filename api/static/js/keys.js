// The keyboard: everything a reviewer does without the mouse.

import { one, openDialog, say, typing } from "./dom.js";
import { fieldToFill } from "./drawing.js";

const PAN = 80;

export function wireKeys(review) {
  const { shelf, viewer, doors } = review;

  /** To the next or previous unresolved item; from the last finding on to the fields. */
  const unresolved = (direction) => {
    if (shelf.pane === "notes") shelf.showPane("findings");
    const next = shelf.step(direction, true);
    if (next) return shelf.choose(next, { focus: true });
    const other = shelf.pane === "findings" && direction > 0 ? "fields" : shelf.pane === "fields" && direction < 0 ? "findings" : null;
    if (!other) return say(direction > 0 ? "后面没有待处理的了" : "前面没有待处理的了");
    shelf.showPane(other);
    shelf.choose(null);
    const first = shelf.step(direction, true);
    if (first) shelf.choose(first, { focus: true });
    else say(other === "fields" ? "字段没有待处理的" : "问题没有待处理的");
  };
  const along = (direction) => {
    const next = shelf.step(direction, false);
    if (next) shelf.choose(next, { focus: true });
  };
  const accept = () => {
    const item = shelf.current;
    if (!item || !review.mayChange) return;
    if (item.matches(".field-row")) {
      review.accept(item);
    } else if (one('[data-settle="returned"]', item)) review.settle(item, "returned");
  };
  const edit = () => {
    const row = fieldToFill(review);
    if (!row || !review.mayChange) return;
    shelf.choose(row, { focus: true });
    review.edit(row);
  };
  const focusOn = { 1: () => one("#stage").focus(), 2: () => toPane("fields"), 3: () => toPane("findings") };
  const toPane = (pane) => {
    shelf.showPane(pane);
    const item = shelf.chosen[pane] ?? shelf.step(1, true) ?? shelf.step(1, false);
    if (item) shelf.choose(item, { focus: true });
    else one(`#tab-${pane}`).focus();
  };
  const escape = () => {
    if (one("#stage").matches(".drawing")) return review.stopDrawing();
    if (document.activeElement === one("#find")) {
      one("#find").value = "";
      shelf.filter();
      return one("#find").blur();
    }
    shelf.choose(null);
  };
  const onStage = (dx, dy) => (event) => {
    if (document.activeElement !== one("#stage")) return false;
    viewer.pan(dx, dy);
    return true;
  };

  const deeds = {
    n: () => unresolved(1), p: () => unresolved(-1), j: () => along(1), k: () => along(-1),
    e: edit, o: () => review.showSide(1),
    x: () => shelf.current?.matches(".finding") && review.settle(shelf.current, "accepted"),
    m: () => review.writeNote(shelf.current?.matches(".finding") ? shelf.current : null),
    1: focusOn[1], 2: focusOn[2], 3: focusOn[3],
    "/": () => { if (shelf.pane === "notes") shelf.showPane("findings"); one("#find").focus(); },
    PageDown: () => doors["page-after"](), PageUp: () => doors["page-before"](),
    "+": () => doors.larger(), "=": () => doors.larger(), "-": () => doors.smaller(),
    0: () => doors.fit(), w: () => doors.wide(), r: () => doors.turn(), b: () => doors.draw?.(),
    h: () => doors.boxes(one('[data-do="boxes"]')), c: () => doors.kind?.(),
    ArrowUp: onStage(0, PAN), ArrowDown: onStage(0, -PAN), ArrowLeft: onStage(PAN, 0), ArrowRight: onStage(-PAN, 0),
    "?": () => openDialog("help"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && !one("dialog[open]")) return escape();
    if (typing(event)) return;
    if (event.key === "Enter") {
      if (event.target.closest("button, a, summary, [role=tab]")) return;
      event.preventDefault();
      return accept();
    }
    const deed = deeds[event.key];
    if (!deed) return;
    if (deed(event) !== false) event.preventDefault();
  });
}
