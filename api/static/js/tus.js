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
    const address = await sendFile(entry.file, onProgress(entry));
    if (!address) return new Answer(0, null);
    uploads.push(address.split("/").at(-1));
  }
  const answer = await call("POST", "/v1/submissions/from-uploads", { body: { uploads, ...details } });
  if (answer.ok) for (const { file } of entries) localStorage.removeItem(mark(file));
  return answer;
}

async function sendFile(file, onProgress) {
  let address = localStorage.getItem(mark(file));
  let offset = address ? await offsetOf(address) : null;
  if (offset === null) {
    address = await create(file);
    offset = 0;
    if (!address) return null;
    localStorage.setItem(mark(file), address);
  }
  let failures = 0;
  while (offset < file.size) {
    onProgress(offset / file.size);
    const reached = await sendPart(address, file, offset);
    if (reached !== null) {
      offset = reached;
      failures = 0;
      continue;
    }
    failures += 1;
    if (failures > ATTEMPTS) return null;
    await pause(1000 * 2 ** failures);
    offset = (await offsetOf(address)) ?? offset;
  }
  onProgress(1);
  return address;
}

async function create(file) {
  try {
    const response = await fetch("/v1/uploads", {
      method: "POST",
      headers: headers({ "Upload-Length": String(file.size), "Upload-Metadata": `filename ${base64(file.name)}` }),
    });
    return response.status === 201 ? new URL(response.headers.get("Location"), location.href).pathname : null;
  } catch {
    return null;
  }
}

async function offsetOf(address) {
  try {
    const response = await fetch(address, { method: "HEAD", headers: headers() });
    return response.ok ? Number(response.headers.get("Upload-Offset")) : null;
  } catch {
    return null;
  }
}

async function sendPart(address, file, offset) {
  try {
    const response = await fetch(address, {
      method: "PATCH",
      headers: headers({ "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" }),
      body: file.slice(offset, offset + PART),
    });
    return response.ok ? Number(response.headers.get("Upload-Offset")) : null;
  } catch {
    return null;
  }
}
