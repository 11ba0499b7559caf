// Drawing a box and having it read again, as a correction of the field that was chosen.

import { one, openDialog, say } from "./dom.js";
import { call } from "./service.js";

/** Wires the button; gives back what to do with a drawn box. */
export function wireDrawing(review) {
  const stage = one("#stage");

  const set = (on) => {
    stage.classList.toggle("drawing", on);
    one('[data-do="draw"]')?.setAttribute("aria-pressed", String(on));
  };

  review.doors.draw = () => {
    if (!review.mayChange) return;
    const on = !stage.classList.contains("drawing");
    set(on);
    if (on) say(fieldToFill(review) ? `在原件上框出“${fieldToFill(review).dataset.label}”` : "在原件上框出要重读的位置");
  };
  review.stopDrawing = () => set(false);

  return async (index, box) => {
    set(false);
    const page = review.viewer.pages[index];
    const row = fieldToFill(review);
    say("正在识别框内文字…");
    const answer = await call("POST", `${review.base}/pages/${page.file}/${page.number}/readings`, {
      body: { box, turn: page.turns * 90 },
    });
    if (!answer.ok) {
      say(answer.fault, true);
      return review.viewer.draw();
    }
    const dialog = openDialog("drawn");
    one("[data-drawn-about]", dialog).textContent = row
      ? `将更正“${row.dataset.label}”` : "没有选中字段：先在右侧选中要更正的字段，再画框";
    one("[data-drawn-save]", dialog).disabled = !row;
    const text = one("textarea", dialog);
    text.value = answer.body.text;
    dialog.onclose = () => review.viewer.draw();
    one("form", dialog).onsubmit = (event) => {
      event.preventDefault();
      dialog.close();
      review.send(row, { text: text.value, file: page.file, page: page.number, box });
    };
  };
}

/** The field that is chosen, or the less sure one of the chosen finding's. */
export function fieldToFill(review) {
  const item = review.shelf.current;
  if (!item) return null;
  if (item.matches(".field-row")) return item;
  const rows = [...item.querySelectorAll("[data-go-field]")].map((each) => review.fieldOf(each.dataset.goField)).filter(Boolean);
  return rows.find((row) => row.dataset.unresolved === "yes") ?? rows.at(-1) ?? null;
}
