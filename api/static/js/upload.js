// The upload page: files chosen or dropped, sent with progress, and what the service answered.

import { icon, make, one, sayNext } from "./dom.js";
import { requestKey } from "./service.js";
import { LARGE, sendWhole } from "./sending.js";
import { sendInParts } from "./tus.js";

const form = one("#upload");
const most = Number(form.dataset.maxMb) * 1024 * 1024;
let queue = [];
let key = requestKey();

function add(files) {
  for (const file of files) queue.push({ file, said: "", sent: 0, state: file.size > most ? "refused" : "waiting" });
  key = requestKey();
  draw();
}

const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

function draw() {
  one("#queue").hidden = !queue.length;
  one("#queue-rows").replaceChildren(...queue.map(drawRow));
  const waiting = queue.filter((each) => each.state === "waiting").length;
  one("#send").disabled = !waiting;
  one("#queue-said").textContent = `${queue.length} 个文件，共 ${size(queue.reduce((sum, each) => sum + each.file.size, 0))}`;
}

function drawRow(entry) {
  const bar = make("progress", { max: "1", "aria-label": `${entry.file.name} 上传进度` });
  bar.value = entry.sent;
  entry.bar = bar;
  const said = make("span", { className: "small", text: words(entry) });
  if (entry.address) said.replaceChildren(make("a", { href: entry.address, text: words(entry) }));
  entry.place = said;
  const remove = make("button", { className: "bare", type: "button", "aria-label": `移除 ${entry.file.name}` }, icon("cross"));
  remove.disabled = entry.state === "sending";
  remove.addEventListener("click", () => { queue = queue.filter((each) => each !== entry); draw(); });
  return make("div", { className: "file-row" },
    make("span", { className: "break", text: entry.file.name }),
    make("span", { className: "number small", text: size(entry.file.size) }), bar, said, remove);
}

const STATES = { waiting: "等待上传", sending: "上传中", done: "已上传", failed: "失败", refused: "文件过大" };
const words = (entry) => entry.said || STATES[entry.state];

function details() {
  const { city, batch, submitted_on: day } = form.elements;
  const given = { city: city.value, batch: batch.value, submitted_on: day.value, supersedes: form.dataset.supersedes };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value));
}

/** One submission of several files; large ones go in parts that survive a broken line. */
async function sendOne(entries) {
  for (const entry of entries) Object.assign(entry, { state: "sending", said: "" });
  draw();
  const onProgress = (entry) => (share, said = "") => {
    Object.assign(entry, { sent: share, said });
    entry.bar.value = share;
    entry.place.textContent = words(entry);
  };
  const large = entries.some((entry) => entry.file.size > LARGE);
  const answer = large
    ? await sendInParts(entries, details(), onProgress)
    : await sendWhole(entries.map((entry) => entry.file), details(), `${key}-${entries[0].file.name}`,
      (share) => entries.forEach((entry) => onProgress(entry)(share)));
  for (const entry of entries)
    Object.assign(entry, answer.ok
      ? { state: "done", sent: 1, address: `/submissions/${answer.body.id}`, said: answer.status === 200 ? "以前已上传，打开" : "已上传，打开" }
      : { state: "failed", said: answer.fault });
  draw();
  return answer;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const waiting = queue.filter((each) => each.state === "waiting" || each.state === "failed");
  if (!waiting.length) return;
  const groups = form.elements.how.value === "one" ? [waiting] : waiting.map((each) => [each]);
  let last;
  for (const group of groups) last = await sendOne(group);
  if (last?.ok && groups.length === 1) {
    if (last.status === 200)
      sayNext(form.dataset.supersedes ? "这些文件以前已上传过，不算补件；已打开原来的那份" : "这些文件以前已上传过，已打开原来的那份");
    location.assign(`/submissions/${last.body.id}`);
  }
  else if (groups.length > 1 && queue.every((each) => each.state === "done")) location.assign("/");
  else if (!last?.ok) {
    for (const entry of waiting) if (entry.state === "failed") entry.state = "waiting";
    one("#send").disabled = false;
  }
});

const chooser = one("#files");
const take = () => {
  add(chooser.files);
  chooser.value = "";
};
chooser.addEventListener("change", take);
// Chosen before this script was there, on a slow line.
if (chooser.files.length) take();
const drop = one("#drop");
for (const name of ["dragenter", "dragover"])
  drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
drop.addEventListener("drop", (event) => { event.preventDefault(); add(event.dataTransfer.files); });
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => event.preventDefault());
