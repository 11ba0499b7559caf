// The webhooks page: add, test, remove an address; the signing secret is shown once.

import { one, say } from "./dom.js";
import { call } from "./service.js";

one("#webhook-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const form = new FormData(event.target);
  const answer = await call("POST", "/v1/webhooks", { body: { url: form.get("url"), events: form.getAll("events") } });
  if (!answer.ok) return say(answer.fault, true);
  const secret = one("#webhook-secret");
  secret.hidden = false;
  secret.textContent = `签名密钥只显示这一次，请现在复制：${answer.body.secret ?? "（服务未返回）"}；记下后刷新本页查看列表。`;
});
document.addEventListener("click", async (event) => {
  const { remove } = event.target.dataset;
  if (remove && confirm("删除这个通知地址？")) {
    const answer = await call("DELETE", `/v1/webhooks/${remove}`);
    if (answer.ok) location.reload();
    else say(answer.fault, true);
  }
});
