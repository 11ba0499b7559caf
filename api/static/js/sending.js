// One request with all files of a submission; XMLHttpRequest because fetch tells no progress.

import { metaContent } from "./dom.js";
import { Answer } from "./service.js";

/** Bytes; larger files go in parts that survive a broken line. */
export const LARGE = 16 * 1024 * 1024;

export function sendWhole(files, details, key, onProgress) {
  const body = new FormData();
  for (const [name, value] of Object.entries(details)) body.append(name, value);
  for (const file of files) body.append("file", file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/v1/submissions");
    request.setRequestHeader("X-CSRF-Token", metaContent("csrf"));
    request.setRequestHeader("Accept", "application/json");
    // A header holds no Chinese file name; the key only has to be the same for the same request.
    request.setRequestHeader("Idempotency-Key", encodeURIComponent(key).slice(0, 200));
    request.upload.addEventListener("progress", (event) => event.lengthComputable && onProgress(event.loaded / event.total));
    request.addEventListener("load", () => resolve(new Answer(request.status, parsed(request.responseText))));
    request.addEventListener("error", () => resolve(new Answer(0, null)));
    request.send(body);
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
