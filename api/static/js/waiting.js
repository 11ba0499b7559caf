// A submission that is still being read: its pages counted live, then the review page.

import { one, say } from "./dom.js";
import { call } from "./service.js";

const place = one("#waiting");

function listen(job) {
  const events = new EventSource(`/v1/jobs/${job}/events`);
  events.addEventListener("progress", (event) => {
    const { done, total } = JSON.parse(event.data);
    const bar = one("#waiting-progress");
    bar.max = total || 1;
    bar.value = done;
    one("#waiting-said").textContent = `${done} / ${total || "—"} 页`;
    one("#waiting-title").textContent = "正在识别";
  });
  const again = () => { events.close(); setTimeout(() => location.reload(), 300); };
  events.addEventListener("done", again);
  events.addEventListener("failed", again);
  // The line may break while the service starts anew: look again after a while.
  events.addEventListener("error", () => events.readyState === EventSource.CLOSED && setTimeout(() => location.reload(), 3000));
}

if (place.dataset.state !== "failed") {
  if (place.dataset.job) listen(place.dataset.job);
  else setTimeout(() => location.reload(), 3000);
}

one("#again")?.addEventListener("click", async ({ currentTarget }) => {
  currentTarget.disabled = true;
  const answer = await call("POST", `/v1/submissions/${currentTarget.dataset.submission}/readings`);
  if (answer.ok) return location.reload();
  say(answer.fault, true);
  one("#again").disabled = false;
});
