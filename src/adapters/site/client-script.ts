/**
 * The page's own script: opens a figure's trace beside the text, finds figures, and marks the section
 * being read. It writes text nodes only, never markup. The page reads well without it.
 */
export const clientScript = String.raw`(() => {
"use strict";
const data = JSON.parse(document.getElementById("figure-data").textContent);
const byId = new Map(data.figures.map((figure) => [figure.id, figure]));
const panel = document.getElementById("trace");
const content = document.getElementById("trace-content");
const closer = document.getElementById("trace-close");
const kinds = { level: "数值", change: "较上年变化", count: "计数", quoted: "引自填报材料" };
const statuses = { missing: "未填报", notApplicable: "不适用" };
const name = (code) => data.names[code] ?? code;
let opener = null;

const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null));
  return made;
};
const operand = (source) => (source.year === null ? "" : source.year + "年") + source.label + " " + (source.value ?? "缺");
const place = (cell) => cell.length < 7 ? "" : [data.files[cell[3]], data.sheets[cell[4]], cell[5]].filter((part) => part !== "").join(" › ");

const facts = (pairs) => element("dl", {}, ...pairs.filter(([, value]) => value).flatMap(([term, value]) => [element("dt", {}, term), element("dd", {}, value)]));

const sourceView = (source, open) => {
  const rows = source.cells.map((cell) => element("tr", {},
    element("td", {}, cell[0] === "" ? "—" : name(cell[0])),
    element("td", { class: "number" }, cell[1] ? statuses[cell[1]] : cell[2] ?? "✓"),
    element("td", {}, place(cell) || "—", ...(cell[6] > 1 ? [element("span", { class: "version" }, "第" + cell[6] + "次填报")] : []))));
  const head = element("thead", {}, element("tr", {}, ...["机构", "数值", "文件 › 工作表 › 单元格"].map((word) => element("th", { scope: "col" }, word))));
  return element("details", open ? { open: "" } : {},
    element("summary", {}, operand(source), element("span", { class: "origin" }, (source.organisation === null ? "" : name(source.organisation) + " · ") + source.origin)),
    element("table", {}, head, element("tbody", {}, ...rows)),
    source.missing.length === 0 ? null : element("p", { class: "missing" }, "未报：" + source.missing.map(name).join("、")));
};

const show = (figure) => {
  const used = [...new Set(figure.calculation.filter((term) => typeof term === "number"))];
  const calculation = element("p", { class: "calculation" });
  for (const term of figure.calculation) calculation.append(typeof term === "string" ? term : element("span", { class: "operand" }, operand(data.sources[term])));
  calculation.append(element("span", { class: "result" }, " ＝ " + figure.exact));
  content.replaceChildren(
    element("h2", { id: "trace-title", tabindex: "-1" }, figure.label),
    element("p", { class: "printed" }, figure.text),
    facts([["机构", name(figure.organisation)], ["年度", figure.year + "年"], ["类别", kinds[figure.kind] ?? figure.kind], ["精确值", figure.exact + (figure.unit ? "（" + figure.unit + "）" : "")],
      ["分子 ／ 分母", figure.numerator === null ? "" : figure.numerator + " ／ " + figure.denominator], ["公式", figure.formula]]),
    element("h3", {}, "计算过程"), calculation,
    ...(figure.missing.length === 0 ? [] : [element("p", { class: "missing" }, "缺报单位：" + figure.missing.map(name).join("、") + "（未按零计）")]),
    element("h3", {}, "数据来源"),
    ...used.map((index, position) => sourceView(data.sources[index], position < 2)),
    element("p", { class: "version" }, "编号 " + figure.id + "　数据目录 " + data.catalog));
};

const open = (button) => {
  const figure = byId.get(button.dataset.figure);
  if (!figure) return;
  if (opener) opener.setAttribute("aria-expanded", "false");
  opener = button;
  opener.setAttribute("aria-expanded", "true");
  show(figure);
  panel.hidden = false;
  document.body.classList.add("tracing");
  panel.scrollTop = 0;
  document.getElementById("trace-title").focus({ preventScroll: true });
};
const close = () => {
  if (panel.hidden) return;
  panel.hidden = true;
  document.body.classList.remove("tracing");
  if (opener) {
    opener.setAttribute("aria-expanded", "false");
    opener.focus({ preventScroll: true });
  }
  opener = null;
};
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[data-figure]");
  if (button && !button.closest("#search")) open(button);
});
closer.addEventListener("click", close);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (!results.hidden) hideResults();
  else close();
});
// Tab leaves the panel to the text after its figure, not to the page's end.
panel.addEventListener("keydown", (event) => {
  if (event.key !== "Tab" || !opener) return;
  const stops = [...panel.querySelectorAll("button, summary")];
  const active = document.activeElement;
  if (event.shiftKey ? active === stops[0] : active === stops.at(-1)) {
    event.preventDefault();
    (event.shiftKey ? stops.at(-1) : stops[0]).focus();
  }
});

const box = document.getElementById("search");
const input = box.querySelector("input");
const results = document.getElementById("results");
const status = document.getElementById("search-status");
box.hidden = false;
const hideResults = () => {
  results.hidden = true;
  input.setAttribute("aria-expanded", "false");
};
input.addEventListener("input", () => {
  const words = input.value.trim().toLowerCase().split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) {
    hideResults();
    status.textContent = "";
    return;
  }
  const found = data.figures.filter((figure) => {
    const haystack = (figure.year + "年" + figure.label + " " + figure.text + " " + figure.measure + " " + figure.id).toLowerCase();
    return words.every((word) => haystack.includes(word)) && document.getElementById(figure.id);
  });
  results.replaceChildren(...found.slice(0, 30).map((figure) => element("li", {}, element("button", { type: "button", "data-figure": figure.id }, element("span", {}, figure.year + "年" + figure.label), element("b", {}, figure.text)))));
  status.textContent = found.length === 0 ? "没有找到相符的数字" : "找到" + found.length + "个数字";
  results.hidden = found.length === 0;
  input.setAttribute("aria-expanded", String(found.length > 0));
});
input.addEventListener("keydown", (event) => {
  const first = results.querySelector("button");
  if (results.hidden || !first) return;
  if (event.key === "ArrowDown") first.focus();
  else if (event.key === "Enter") first.click();
  else return;
  event.preventDefault();
});
results.addEventListener("keydown", (event) => {
  const items = [...results.querySelectorAll("button")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = items.indexOf(document.activeElement) + step;
  if (next < 0) input.focus();
  else items[next]?.focus();
});
results.addEventListener("click", (event) => {
  const chosen = event.target.closest("button[data-figure]");
  const target = chosen && document.getElementById(chosen.dataset.figure);
  if (!target) return;
  hideResults();
  target.closest("details")?.setAttribute("open", "");
  target.scrollIntoView({ block: "center" });
  open(target);
});

const links = new Map([...document.querySelectorAll("#contents a")].map((link) => [link.hash.slice(1), link]));
const watcher = new IntersectionObserver((entries) => {
  const entry = entries.find((each) => each.isIntersecting);
  const link = entry && links.get(entry.target.id);
  if (!link) return;
  for (const each of links.values()) each.removeAttribute("aria-current");
  link.setAttribute("aria-current", "location");
}, { rootMargin: "-15% 0px -75% 0px" });
for (const id of links.keys()) {
  const heading = document.getElementById(id);
  if (heading) watcher.observe(heading);
}
if (window.matchMedia("(max-width: 1020px)").matches) document.getElementById("contents-box").removeAttribute("open");
})();`;
