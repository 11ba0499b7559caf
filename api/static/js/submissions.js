// The list: live progress, choosing several for one summary sheet, dropping files anywhere.

import { all, one, say, sayNext } from "./dom.js";
import { LARGE, sendWhole } from "./sending.js";
import { requestKey } from "./service.js";
import { sendInParts } from "./tus.js";

function chosen() {
  return all('input[name="chosen"]:checked').map((box) => box.value);
}

function showChosen() {
  const count = chosen().length;
  one("#bulk").hidden = count === 0;
  one("#bulk-count").textContent = `已选 ${count} 份`;
}

function wireChoosing() {
  const every = one("#every");
  if (!every) return;
  every.addEventListener("change", () => {
    for (const box of all('input[name="chosen"]')) box.checked = every.checked;
    showChosen();
  });
  document.addEventListener("change", (event) => event.target.name === "chosen" && showChosen());
  one("#bulk-clear").addEventListener("click", () => {
    for (const box of all('#every, input[name="chosen"]')) box.checked = false;
    showChosen();
  });
  one("#bulk-export").addEventListener("click", () => {
    const query = new URLSearchParams(chosen().map((id) => ["submission", id]));
    location.assign(`/v1/exports/collection.xlsx?${query}`);
    say("正在生成汇总表…");
  });
}

/** Selects send the filter at once; the search field on Enter. */
function wireFilters() {
  const form = one(".filters");
  form?.addEventListener("change", (event) => event.target.matches("select, input[type=checkbox]") && form.requestSubmit());
}

/** Fetches the page again and puts the rows that changed in place. */
async function renew() {
  const response = await fetch(location.href, { credentials: "same-origin" });
  if (!response.ok || response.redirected) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const row of all("tr[data-id]", fresh)) {
    const old = one(`tr[data-id="${row.dataset.id}"]`);
    if (!old) return location.reload();
    if (old.dataset.state !== row.dataset.state) {
      one('input[name="chosen"]', row).checked = one('input[name="chosen"]', old).checked;
      old.replaceWith(row);
    }
  }
}

/** Follows what happens while the page is looked at: a browser has few connections for many tabs. */
function wireLive() {
  if (!one("tr[data-id]")) return;
  let events = null;
  const follow = () => {
    if (document.hidden) {
      events?.close();
      events = null;
    } else if (!events) {
      events = listen();
      renew();
    }
  };
  document.addEventListener("visibilitychange", follow);
  events = listen();
}

function listen() {
  const events = new EventSource("/v1/events");
  let waiting;
  const renewSoon = () => { clearTimeout(waiting); waiting = setTimeout(renew, 400); };
  for (const name of ["submission", "done", "failed"]) events.addEventListener(name, renewSoon);
  events.addEventListener("progress", (event) => {
    const { submission, done, total } = JSON.parse(event.data);
    const row = one(`tr[data-id="${submission}"]`);
    const bar = row && one("progress", row);
    if (!bar || row.dataset.processing !== "reading") return renewSoon();
    bar.max = total || 1;
    bar.value = done;
    bar.nextElementSibling.textContent = `${done}/${total ?? "—"} 页`;
  });
  return events;
}

/** A file dropped on the list is a submission; how several belong together is asked elsewhere. */
function wireDropping() {
  const place = one("#list");
  if (place?.dataset.drop !== "yes") return;
  place.addEventListener("dragover", (event) => event.preventDefault());
  place.addEventListener("drop", async (event) => {
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    if (files.length > 1) {
      say("几个文件请在上传页放下，以便说明是一份还是几份申报");
      return setTimeout(() => location.assign("/upload"), 2500);
    }
    if (!files.length) return;
    say(`正在上传 ${files[0].name}…`);
    const answer = files[0].size > LARGE
      ? await sendInParts([{ file: files[0] }], {}, () => () => {})
      : await sendWhole(files, {}, requestKey(), () => {});
    if (!answer.ok) return say(answer.fault, true);
    if (answer.status === 200) sayNext(`${files[0].name} 以前已上传过，就在列表里`);
    location.reload();
  });
}

/** One click on an empty installation: the committed sample, sent like any upload. */
function wireSample() {
  one("#sample")?.addEventListener("click", async (event) => {
    event.target.disabled = true;
    say("正在载入样例…");
    const files = [];
    for (const name of JSON.parse(event.target.dataset.files)) {
      const response = await fetch(`/sample/${encodeURIComponent(name)}`, { credentials: "same-origin" });
      if (!response.ok) return say("样例文件不在安装目录中", true);
      files.push(new File([await response.blob()], name));
    }
    const answer = await sendWhole(files, { name: "样例申报" }, requestKey(), () => {});
    if (answer.ok) location.assign(`/submissions/${answer.body.id}`);
    else say(answer.fault, true);
  });
}

wireChoosing();
wireSample();
wireFilters();
wireLive();
wireDropping();
