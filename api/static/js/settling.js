// A person's word on a finding: true and to be corrected by the applicant, or acceptable; notes.

import { one, openDialog, say } from "./dom.js";
import { call } from "./service.js";

const ABOUT_LENGTH = 800;

export function wireSettling(review) {
  one("#shelf").addEventListener("click", (event) => {
    const item = event.target.closest(".finding");
    const button = event.target.closest("[data-settle]");
    if (item && button) settle(item, button.dataset.settle);
    const note = event.target.closest("[data-note-on]");
    if (note) writeNote(item);
  });
  one("#shelf").addEventListener("submit", (event) => {
    if (event.target.id !== "note-form") return;
    event.preventDefault();
    addNote({ text: event.target.elements.text.value });
  });

  function settle(item, kind) {
    if (!item || !review.mayChange || item.dataset.open !== "yes") return;
    if (kind === "accepted") return askWhy(item);
    return save(item, kind, "");
  }

  function askWhy(item) {
    const dialog = dialogAbout("可接受的理由", `${item.dataset.rule} ${item.dataset.title}：${item.dataset.message}`);
    one("form", dialog).onsubmit = (event) => {
      event.preventDefault();
      dialog.close();
      save(item, "accepted", event.target.elements.text.value.trim());
    };
  }

  function writeNote(item) {
    const rule = item?.dataset.rule;
    const dialog = dialogAbout("写备注", rule ? `${rule} ${item.dataset.title}` : "这份申报");
    one("form", dialog).onsubmit = (event) => {
      event.preventDefault();
      dialog.close();
      addNote({ text: event.target.elements.text.value.trim(), ...(rule ? { rule } : {}) });
    };
  }

  async function save(item, kind, reason) {
    const next = review.shelf.step(1, true) ?? review.shelf.step(-1, true);
    // What the word is about goes along: should the finding say something else later, it is open again.
    const about = `〔${item.dataset.message.slice(0, ABOUT_LENGTH)}〕`;
    const answer = await call("POST", `${review.base}/resolutions`, {
      headers: { "If-Match": `"${item.dataset.resolutions}"` },
      body: { rule: item.dataset.rule, kind, reason: kind === "withdrawn" ? "" : reason + about },
    });
    if (!answer.ok) {
      say(answer.fault, true);
      return review.refresh({ announce: false });
    }
    await review.refresh({ announce: false });
    const rule = next?.dataset.rule;
    if (kind !== "withdrawn" && rule) review.shelf.choose(one(`#finding-${rule}`), { focus: true });
  }

  async function addNote(body) {
    const answer = await call("POST", `${review.base}/notes`, { body });
    if (!answer.ok) return say(answer.fault, true);
    await review.refresh({ announce: false });
    say("备注已保存");
  }

  review.settle = settle;
  review.writeNote = writeNote;
}

function dialogAbout(title, about) {
  const dialog = openDialog("settle");
  one("form", dialog).reset();
  one("#settle-title", dialog).textContent = title;
  one("[data-settle-about]", dialog).textContent = about;
  return dialog;
}
