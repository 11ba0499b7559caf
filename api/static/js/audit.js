// The audit log: has the service check its chain.

import { icon, make, one } from "./dom.js";
import { call } from "./service.js";

one("#verify").addEventListener("click", async () => {
  const said = one("#chain");
  said.textContent = "正在校验…";
  const answer = await call("GET", "/v1/audit-log/verification");
  const whole = answer.ok && answer.body.intact;
  const words = !answer.ok ? answer.fault
    : whole ? `完整，共 ${answer.body.entries} 条` : answer.body.message;
  const chip = make("span", { className: `chip ${whole ? "is-passed" : "is-failed"}` });
  chip.append(icon(whole ? "check" : "cross"), words);
  said.replaceChildren(chip);
});
