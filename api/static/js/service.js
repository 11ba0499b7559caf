// Calls of the JSON service: the CSRF token goes along, faults come back as sentences.

import { metaContent, say } from "./dom.js";

/** What the service answered; `fault` is the sentence to show where it was no success. */
export class Answer {
  constructor(status, body, etag, retryAfter) {
    Object.assign(this, { status, body, etag, retryAfter });
  }

  get ok() {
    return this.status >= 200 && this.status < 300;
  }

  get fault() {
    if (this.ok) return "";
    if (this.status === 0) return "连不上服务，请检查网络后重试；页面上的内容没有丢失";
    if (this.status === 401) return "登录已过期，请重新登录";
    return this.body?.detail ?? this.body?.title ?? `服务返回 ${this.status}，请稍后重试`;
  }
}

const csrfHeader = metaContent("csrf-header") || "X-CSRF-Token";

/** Asks the service; never throws for an answer that is no success. */
export async function call(method, path, { body, headers = {}, raw } = {}) {
  const sent = { Accept: "application/json", ...headers };
  if (method !== "GET") sent[csrfHeader] = metaContent("csrf");
  if (body !== undefined) sent["Content-Type"] = "application/json";
  try {
    const response = await fetch(path, {
      method,
      headers: sent,
      body: body === undefined ? raw : JSON.stringify(body),
      credentials: "same-origin",
    });
    const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
    return new Answer(
      response.status,
      isJson ? await response.json() : await response.text(),
      response.headers.get("ETag"),
      response.headers.get("Retry-After"),
    );
  } catch {
    return new Answer(0, null, null, null);
  }
}

/** A piece of a page as the server draws it; null, and the reason said, where there is none. */
export async function fetchPart(path) {
  try {
    const response = await fetch(path, { credentials: "same-origin" });
    // Who is no longer signed in is led to the door, which is no part of this page.
    if (response.redirected) say("登录已过期，请在另一个窗口重新登录后刷新本页", true);
    else if (!response.ok) say("页面没有更新，请刷新后查看", true);
    else return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    say("连不上服务，请检查网络后重试；页面上的内容没有丢失", true);
  }
  return null;
}

/** A key that makes a repeated request the same request. */
export const requestKey = () =>
  globalThis.crypto?.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(16).slice(2)}`;
