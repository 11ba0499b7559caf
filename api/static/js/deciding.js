// Claiming, confirming, returning, exporting a submission.

import { all, one, openDialog, say, sayNext } from "./dom.js";
import { call } from "./service.js";

export function wireDecisions(review) {
  const { doors } = review;

  const done = async (answer, words) => {
    if (!answer.ok) {
      say(answer.fault, true);
      return review.refresh({ announce: false });
    }
    // What may be done has changed: the whole page is drawn anew.
    sayNext(words);
    location.reload();
  };

  const decide = (decision, reasons = []) =>
    call("POST", `${review.base}/decisions`, {
      headers: { "If-Match": `"${review.facts().version}"` },
      body: { decision, reasons },
    });

  doors.claim = async () => done(await call("POST", `${review.base}/claim`), "已领取，可以开始复核");
  doors.release = async () => done(await call("POST", `${review.base}/release`), "已放回待审");
  doors.reopen = async () => done(await decide("reopen"), "已重新打开");

  doors.confirm = () => {
    const dialog = openDialog("confirm");
    const left = all('.finding[data-unresolved="yes"]').length;
    const fields = all('.field-row[data-unresolved="yes"]').length;
    one("[data-confirm-left]", dialog).textContent = left || fields
      ? `还有 ${left} 个问题、${fields} 个存疑字段没有处理。确认后仍会在意见书中列出。`
      : "所有问题都已处理。";
    one("form", dialog).onsubmit = async (event) => {
      event.preventDefault();
      dialog.close();
      const answer = await decide(review.facts().second === "yes" ? "second_confirm" : "confirm", lines(event.target.elements.reasons.value));
      done(answer, answer.body?.awaiting_second ? "已确认，等待第二人确认" : "已确认");
    };
  };

  doors.return = () => {
    const dialog = openDialog("return");
    const box = one("textarea", dialog);
    if (!box.value)
      box.value = all('.finding[data-resolution="returned"]')
        .map((item, at) => `${at + 1}. ${item.dataset.title}：${item.dataset.message}`).join("\n");
    one("form", dialog).onsubmit = async (event) => {
      event.preventDefault();
      dialog.close();
      done(await decide("return", lines(box.value)), "已退回补件");
    };
  };

  one("#exports").addEventListener("click", async (event) => {
    const link = event.target.closest("[data-export]");
    if (!link || review.facts().review !== "confirmed") return;
    // Who may not decide takes the file along and leaves the state as it is.
    if ((await decide("export")).ok) await review.refresh({ announce: false });
  });
}

const lines = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);
