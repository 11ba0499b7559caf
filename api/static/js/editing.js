// Correcting a value in place, accepting one as read, taking a correction back; and what to do
// when somebody else was faster.

import { make, one, openDialog, say } from "./dom.js";
import { call } from "./service.js";
import { tableEditor } from "./tables.js";

const ETAG = (version) => `"${version}"`;

export function wireEditing(review) {
  one("#shelf").addEventListener("click", (event) => {
    const row = event.target.closest(".field-row");
    if (!row) return;
    if (event.target.closest("[data-edit]")) edit(row);
    else if (event.target.closest("[data-accept]")) accept(row);
    else if (event.target.closest("[data-withdraw]")) withdraw(row);
  });

  /** Opens the editor of a field in its row. */
  async function edit(row, text) {
    await review.complete(row);
    const source = one("[data-editor]", row);
    if (!source || one(".editing", row)) return;
    const { plain, format, columns } = source.dataset;
    const table = columns ? tableEditor(plain, JSON.parse(columns)) : null;
    const input = table ? table.element : plainInput(row, source.dataset, text);
    const typed = () => (table ? table.text() : input.value);
    const said = make("span", { className: "small quiet", text: format, role: "status" });
    const save = make("button", { className: "main", text: "保存", type: "submit" });
    const leave = make("button", { text: "取消（Esc）", type: "button" });
    const absent = make("button", { className: "bare", text: "原件上没有此项", type: "button" });
    const form = make("form", { className: "editing" }, input, said,
      make("div", { className: "row tight" }, save, leave, absent));
    one("[data-actions]", row).replaceWith(form);
    const close = () => review.refresh({ announce: false });
    leave.addEventListener("click", close);
    absent.addEventListener("click", () => send(row, { absent: true }));
    form.addEventListener("submit", (event) => { event.preventDefault(); send(row, { text: typed() }, input); });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { event.stopPropagation(); close(); }
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    });
    let waiting;
    form.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => preview(row, typed(), input, said, format), 250);
    });
    (one("input:not([readonly])", form) ?? input).focus({ preventScroll: true });
    form.scrollIntoView({ block: "nearest" });
    input.select?.();
  }

  async function preview(row, text, input, said, format) {
    const answer = await call("POST", `${review.base}/corrections/preview`, {
      body: { document: row.dataset.document, key: row.dataset.key, text },
    });
    said.textContent = answer.ok ? `理解为：${answer.body.shown}` : answer.fault || format;
    input.setAttribute("aria-invalid", String(!answer.ok));
  }

  /** Saves a correction against the version that is on the screen. */
  async function send(row, what, input, version = row.dataset.version) {
    row.setAttribute("aria-busy", "true");
    const answer = await call("POST", `${review.base}/corrections`, {
      headers: { "If-Match": ETAG(version) },
      body: { document: row.dataset.document, key: row.dataset.key, ...what },
    });
    row.removeAttribute("aria-busy");
    if (answer.status === 412) return conflict(row, what, answer.body);
    if (!answer.ok) {
      input?.setAttribute("aria-invalid", "true");
      input?.focus();
      return say(answer.fault, true);
    }
    const changed = await review.refresh();
    if (!changed?.length) say(`已保存：${row.dataset.label}${answer.body.understood ? ` ${answer.body.understood}` : ""}`);
  }

  const accept = async (row) => {
    await review.complete(row);
    if (one("[data-accept]", row)) await send(row, { accept: true });
    else if (row.dataset.unresolved === "yes") say("没有读出值，请按 e 照原件录入");
  };

  async function withdraw(row) {
    const answer = await call("DELETE", `${review.base}/corrections/${row.dataset.correction}`, {
      headers: { "If-Match": ETAG(row.dataset.version) },
    });
    if (!answer.ok) return say(answer.fault, true);
    await review.refresh();
  }

  /** Shows the other's value beside one's own; the person chooses. */
  function conflict(row, what, body) {
    const dialog = openDialog("conflict");
    one("[data-conflict-about]", dialog).textContent = row.dataset.label;
    one("[data-conflict-who]", dialog).textContent =
      `${body.by ?? "他人"}${body.at ? ` ${new Date(body.at).toLocaleString("zh-CN")}` : ""} 保存的值`;
    one("[data-conflict-theirs]", dialog).textContent = words(body.current);
    one("[data-conflict-yours]", dialog).textContent = what.text ?? (what.absent ? "原件上没有此项" : "读数无误");
    one('[data-conflict="theirs"]', dialog).onclick = () => { dialog.close(); review.refresh(); };
    one('[data-conflict="yours"]', dialog).onclick = () => {
      dialog.close();
      send(row, what, null, body.version);
    };
  }

  review.edit = edit;
  review.accept = accept;
  review.send = send;
}

function plainInput(row, { plain, oneLine }, text) {
  const input = make(oneLine === "yes" ? "input" : "textarea", { "aria-label": `${row.dataset.label}的正确值` });
  input.value = text ?? plain;
  if (oneLine !== "yes") input.rows = Math.min(6, Math.max(2, plain.split("\n").length));
  return input;
}

const words = (value) =>
  value === null || value === undefined ? "（空）" : typeof value === "object" ? JSON.stringify(value) : String(value);
