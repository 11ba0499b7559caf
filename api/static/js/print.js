// The print view: its button opens the browser's print dialog.

import { one } from "./dom.js";

one("[data-print]").addEventListener("click", () => print());
