// Resumable uploads after tus 1.0: a file goes in parts, and a broken line goes on where it broke.

import { metaContent } from "./dom.js";
import { Answer, call } from "./service.js";

const PART = 8 * 1024 * 1024;
const VERSION = { "Tus-Resumable": "1.0.0" };
const ATTEMPTS = 6;

const headers = (more = {}) => ({ ...VERSION, "X-CSRF-Token": metaContent("csrf"), ...more });
const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const mark = (file) => `heyan-upload:${file.name}:${file.size}:${file.lastModified}`;

/** Sends every file, then makes them one submission. */
export async function sendInParts(entries, details, onProgress) {
  const uploads = [];
  for (const entry of entries) {
    const { address, fault } = await sendFile(entry.file, onProgress(entry));
    if (fault) return fault;
    uploads.push(address.split("/").at(-1));
  }
  const answer = await call("POST", "/v1/submissions/from-uploads", { body: { uploads, ...details } });
  if (answer.ok) for (const { file } of entries) localStorage.removeItem(mark(file));
  return answer;
}

/** The address of the file once all of it is there, or the answer that says why it is not. */
async function sendFile(file, onProgress) {
  let address = localStorage.getItem(mark(file));
  let offset = address ? await offsetOf(address) : null;
  if (offset === null) {
    const made = await ask("POST", "/v1/uploads", {
      "Upload-Length": String(file.size), "Upload-Metadata": `filename ${base64(file.name)}`,
    });
    if (!made.ok) return { fault: made };
    address = new URL(made.place, location.href).pathname;
    offset = 0;
    localStorage.setItem(mark(file), address);
  }
  let failures = 0;
  while (offset < file.size) {
    onProgress(offset / file.size);
    const sent = await ask("PATCH", address, {
      "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream",
    }, file.slice(offset, offset + PART));
    if (sent.ok) {
      offset = sent.offset;
      failures = 0;
      continue;
    }
    failures += 1;
    if (failures > ATTEMPTS || !mayPass(sent.status)) return { fault: sent };
    onProgress(offset / file.size, "连接中断，正在续传");
    await pause(1000 * 2 ** (failures - 1));
    offset = (await offsetOf(address)) ?? offset;
  }
  onProgress(1);
  return { address };
}

/** Whether another try may do better: nobody answered, the part is not the next one, the service is busy. */
const mayPass = (status) => status === 0 || status === 409 || status === 429 || status >= 500;

async function offsetOf(address) {
  const found = await ask("HEAD", address);
  return found.ok ? found.offset : null;
}

/** The answer of the upload service; never throws. */
async function ask(method, address, more, body) {
  try {
    const response = await fetch(address, { method, headers: headers(more), body });
    const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
    const answer = new Answer(response.status, isJson ? await response.json() : null);
    return Object.assign(answer, {
      place: response.headers.get("Location"), offset: Number(response.headers.get("Upload-Offset")),
    });
  } catch {
    return new Answer(0, null);
  }
}
