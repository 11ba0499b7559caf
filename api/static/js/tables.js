// Editing a table cell by cell; it is sent as the JSON that the report writes.

import { make } from "./dom.js";

/** An editor for a table's JSON: a list of records, or row number → amount. */
export function tableEditor(plain, columns) {
  const value = JSON.parse(plain || "[]");
  const numbered = !Array.isArray(value);
  const records = numbered ? Object.entries(value).map(([row, amount]) => ({ 行次: row, 金额: amount })) : value;
  const names = Object.keys(records[0] ?? {});
  const head = make("tr", {}, ...names.map((name) => make("th", { scope: "col", text: columns[name] ?? name })));
  const rows = records.map((record, at) =>
    make("tr", {}, ...names.map((name) => make("td", {}, cell(record[name], name, at, numbered, columns)))));
  const table = make("div", { className: "mini" },
    make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)));
  return { element: table, text: () => written(rows, names, numbered) };
}

function cell(value, name, at, numbered, columns) {
  const input = make("input", { "aria-label": `第 ${at + 1} 行 ${columns[name] ?? name}` });
  // An amount always has two decimals; what has none is a rate, and is read as one only with its sign.
  const rate = numbered && name === "金额" && value && !/\.\d\d$/.test(value);
  input.value = rate ? `${value}%` : (value ?? "");
  input.readOnly = numbered && name === "行次";
  return input;
}

function written(rows, names, numbered) {
  const records = rows.map((row) => {
    const values = [...row.querySelectorAll("input")].map((input) => input.value.trim() || null);
    return Object.fromEntries(names.map((name, at) => [name, values[at]]));
  });
  return JSON.stringify(numbered ? Object.fromEntries(records.map((each) => [each.行次, each.金额])) : records);
}
