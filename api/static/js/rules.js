// The catalogue of rules: narrowed by what is typed, and the rule of the address marked.

import { all, one } from "./dom.js";

one("#rule-find").addEventListener("input", (event) => {
  const words = event.target.value.trim().toLowerCase();
  for (const row of all("#rule-rows tr")) row.hidden = Boolean(words) && !row.textContent.toLowerCase().includes(words);
});
one(`#${CSS.escape(location.hash.slice(1) || "-")}`)?.scrollIntoView({ block: "center" });
