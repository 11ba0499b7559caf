// Changing a page's kind or its place: in a dialog, or by dragging thumbnails.

import { all, one, openDialog, say } from "./dom.js";
import { call } from "./service.js";

export function wirePages(review) {
  const { doors, viewer } = review;

  doors.kind = () => {
    const page = viewer.current;
    if (!page?.large || !review.mayChange) return;
    const dialog = openDialog("page-dialog");
    const form = one("form", dialog);
    form.reset();
    one("#page-title").textContent = `更改 ${page.name} 第 ${page.number} 页`;
    form.elements.kind.value = page.kind;
    form.onsubmit = (event) => {
      event.preventDefault();
      dialog.close();
      const kind = form.elements.kind.value;
      const before = Number(form.elements.before.value);
      save({
        ...name(page),
        ...(kind === page.kind ? {} : { kind }),
        ...(before ? { position: before } : {}),
      });
    };
  };

  const name = ({ file, number, version }) => ({ file, number, version });

  async function save(change) {
    if (!change.kind && !change.position) return;
    const answer = await call("POST", `${review.base}/page-changes`, { body: { changes: [change] } });
    if (!answer.ok) return say(answer.fault, true);
    say("正在按新的类别重新取值、核查…");
    await finished(answer.body.id);
    await review.refresh();
  }

  /** Waits for a job's end, by its events. */
  const finished = (job) =>
    new Promise((resolve) => {
      const events = new EventSource(`/v1/jobs/${job}/events`);
      const end = () => { events.close(); resolve(); };
      for (const name of ["done", "failed", "cancelled"]) events.addEventListener(name, end);
    });

  wireDragging(review, (from, to) => save({ ...name(viewer.pages[from]), position: to + 1 }));
}

function wireDragging(review, onMove) {
  const strip = one("#strip");
  let from = null;
  const clear = () => all(".drop-before", strip).forEach((each) => each.classList.remove("drop-before"));
  strip.addEventListener("dragstart", (event) => {
    from = event.target.closest(".thumb")?.dataset.page ?? null;
    event.dataTransfer.effectAllowed = "move";
  });
  strip.addEventListener("dragover", (event) => {
    const thumb = event.target.closest(".thumb");
    if (from === null || !thumb) return;
    event.preventDefault();
    clear();
    thumb.classList.add("drop-before");
  });
  strip.addEventListener("drop", (event) => {
    const thumb = event.target.closest(".thumb");
    clear();
    if (from !== null && thumb && thumb.dataset.page !== from) onMove(Number(from), Number(thumb.dataset.page));
    from = null;
  });
  strip.addEventListener("dragend", () => { from = null; clear(); });
}
