// The batches page: a new batch.

import { one, say } from "./dom.js";
import { call } from "./service.js";

one("#batch-form")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const answer = await call("POST", "/v1/batches", { body: { name: event.target.elements.name.value } });
  if (answer.ok) location.reload();
  else say(answer.fault, true);
});
