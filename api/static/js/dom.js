// Small tools for the page: finding elements, messages, dialogs.

export const one = (selector, inside = document) => inside.querySelector(selector);
export const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

export const metaContent = (name) => one(`meta[name="${name}"]`)?.content ?? "";

/** An element of the SVG namespace with attributes. */
export function svg(name, attributes = {}) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

/** An icon of the sprite. */
export function icon(name) {
  const drawing = svg("svg", { class: "icon", "aria-hidden": "true" });
  drawing.append(svg("use", { href: `${document.body.dataset.static}/icons.svg#${name}` }));
  return drawing;
}

/** An element with a class, text and children. */
export function make(name, { className = "", text = "", ...attributes } = {}, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text) element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Says something in the corner for a while; a fault stays longer. */
export function say(text, fault = false) {
  const toast = make("div", { className: fault ? "toast bad" : "toast", title: "点击关闭" });
  toast.append(icon(fault ? "warning" : "check"), make("span", { text }));
  toast.addEventListener("click", () => toast.remove());
  // The same words again take the place of the first: nobody reads them twice.
  all(".toast").find((each) => each.textContent === text)?.remove();
  one("#toasts").append(toast);
  setTimeout(() => toast.remove(), fault ? 12000 : 5000);
}

const SAID = "heyan-said";

/** Says something on the page that is opened next. */
export const sayNext = (text) => sessionStorage.setItem(SAID, text);

const said = sessionStorage.getItem(SAID);
if (said) {
  sessionStorage.removeItem(SAID);
  say(said);
}

/** Opens a dialog; its elements with data-close close it. */
export function openDialog(id) {
  const dialog = document.getElementById(id);
  if (!dialog.dataset.wired) {
    dialog.dataset.wired = "yes";
    dialog.addEventListener("click", (event) => {
      if (event.target.closest("[data-close]") || event.target === dialog) dialog.close();
    });
  }
  dialog.showModal();
  return dialog;
}

/** Whether keys belong to what is being typed into, or to an open dialog. */
export const typing = (event) =>
  Boolean(one("dialog[open]")) || Boolean(event.target.closest?.("input:not([type=checkbox]), textarea, select"));
