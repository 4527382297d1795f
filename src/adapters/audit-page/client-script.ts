/**
 * The page's own script: opens a finding's card, jumps to its places, filters, and tells what a figure was
 * read as. It writes text nodes only, never markup. Without it the page shows every card.
 */
export const clientScript = String.raw`(() => {
"use strict";
const root = document.documentElement;
root.classList.add("js");
const data = JSON.parse(document.getElementById("audit-data").textContent);
const text = document.getElementById("text").querySelector("article");
const list = document.getElementById("findings");
const tip = document.getElementById("tip");
const narrow = window.matchMedia("(max-width: 1020px)");
const tiers = ["proof", "warning", "note"];
const findings = new Map([...list.querySelectorAll(".finding")].map((each) => [Number(each.id.slice(8)), each]));
const marks = [...text.querySelectorAll(".m[data-f]")];
const places = new Map();
for (const mark of marks) for (const key of mark.dataset.f.split(" ")) {
  const known = places.get(key);
  if (known) known.push(mark);
  else places.set(key, [mark]);
}
const numbersOf = (mark) => [...new Set((mark.dataset.f || "").split(" ").filter((key) => key !== "").map((key) => Number(key.split(".")[0])))];
const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

// Cards
let opened = 0;
let opener = null;
let activeMarks = [];
const shut = () => {
  const finding = findings.get(opened);
  if (!finding) return;
  finding.classList.remove("open", "sheet");
  finding.querySelector(".head").setAttribute("aria-expanded", "false");
  for (const mark of activeMarks) mark.classList.remove("active");
  activeMarks = [];
  opened = 0;
};
const open = (number, options) => {
  const finding = findings.get(number);
  if (!finding) return;
  if (opened !== number) shut();
  opened = number;
  opener = options.from || null;
  if (finding.hidden) showAll();
  finding.classList.add("open");
  if (options.sheet && narrow.matches) finding.classList.add("sheet");
  const head = finding.querySelector(".head");
  head.setAttribute("aria-expanded", "true");
  for (const [key, found] of places) if (Number(key.split(".")[0]) === number) activeMarks.push(...found);
  for (const mark of activeMarks) mark.classList.add("active");
  const others = options.others || [];
  const also = finding.querySelector(".also");
  also.hidden = others.length === 0;
  also.replaceChildren(data.alsoHere + " ", ...others.map((other) => element("button", { type: "button", class: "link", "data-open": other }, data.findings[other - 1])));
  if (!narrow.matches) list.scrollTop += finding.getBoundingClientRect().top - list.getBoundingClientRect().top - 90;
  else if (!finding.classList.contains("sheet") && options.reveal) finding.scrollIntoView({ block: "start" });
  if (options.focus) head.focus({ preventScroll: true });
};
const close = () => {
  const back = opener || (findings.get(opened) && findings.get(opened).querySelector(".head"));
  shut();
  if (back) back.focus({ preventScroll: true });
  opener = null;
};
let flashing = [];
let flashEnd = 0;
const jump = (key) => {
  const found = places.get(key);
  if (!found) return;
  const finding = findings.get(opened);
  if (finding && narrow.matches) finding.classList.add("sheet");
  hideTip();
  const target = found[0];
  for (let up = target.parentElement; up && up !== text; up = up.parentElement) if (up.classList.contains("scroll")) up.scrollLeft = Math.max(0, up.scrollLeft + target.getBoundingClientRect().left - up.getBoundingClientRect().left - 40);
  // A long way is no sight worth waiting for.
  const distance = target.getBoundingClientRect().top - window.innerHeight * (narrow.matches ? 0.2 : 0.4);
  window.scrollTo({ top: window.scrollY + distance, behavior: Math.abs(distance) > 3 * window.innerHeight ? "instant" : "auto" });
  const still = () => flashing.forEach((mark) => mark.classList.remove("flash"));
  still();
  clearTimeout(flashEnd);
  void target.offsetWidth;
  flashing = found;
  for (const mark of found) mark.classList.add("flash");
  flashEnd = setTimeout(still, 1800);
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  hideTip();
};
const choose = (mark) => {
  const numbers = numbersOf(mark).filter((number) => !findings.get(number).hidden);
  if (numbers.length === 0) {
    showTip(mark);
    return;
  }
  // A second click on the same mark goes on to the next finding there.
  const next = numbers[(numbers.indexOf(opened) + 1) % numbers.length];
  hideTip();
  open(next, { from: mark, sheet: true, focus: true, others: numbers.filter((number) => number !== next) });
};

// What a figure was read as
let tipMark = null;
const showTip = (mark) => {
  const rows = data.quantities[mark.dataset.q] || [];
  const codes = numbersOf(mark).filter((number) => !findings.get(number).hidden);
  if (rows.length === 0 && codes.length === 0) return;
  const facts = element("dl", {});
  for (let at = 0; at < rows.length; at += 2) facts.append(element("dt", {}, data.words[rows[at]]), element("dd", {}, data.words[rows[at + 1]]));
  tip.replaceChildren(...(rows.length === 0 ? [] : [facts]), ...codes.map((number) => element("p", { class: findings.get(number).dataset.tier }, data.findings[number - 1])));
  hideTip();
  tip.hidden = false;
  tipMark = mark;
  mark.setAttribute("aria-describedby", "tip");
  placeTip();
};
const placeTip = () => {
  if (!tipMark) return;
  const box = tipMark.getClientRects()[0] || tipMark.getBoundingClientRect();
  if (box.bottom < 0 || box.top > window.innerHeight) return hideTip();
  const size = tip.getBoundingClientRect();
  const below = box.bottom + 8 + size.height <= window.innerHeight || box.top < size.height + 8;
  tip.style.left = Math.max(8, Math.min(box.left, window.innerWidth - size.width - 8)) + "px";
  tip.style.top = (below ? box.bottom + 8 : box.top - size.height - 8) + "px";
};
const hideTip = () => {
  tip.hidden = true;
  if (tipMark) tipMark.removeAttribute("aria-describedby");
  tipMark = null;
};
const markAt = (event) => (event.target instanceof Element ? event.target.closest(".m") : null);
text.addEventListener("mouseover", (event) => {
  const mark = markAt(event);
  hideTip();
  if (mark) showTip(mark);
});
text.addEventListener("mouseleave", hideTip);
text.addEventListener("focusin", (event) => {
  const mark = markAt(event);
  if (mark && mark.matches(":focus-visible")) showTip(mark);
});
text.addEventListener("focusout", hideTip);
window.addEventListener("scroll", placeTip, { passive: true });
text.addEventListener("click", (event) => {
  const mark = markAt(event);
  if (mark && window.getSelection().isCollapsed) choose(mark);
});
text.addEventListener("keydown", (event) => {
  const mark = markAt(event);
  if (!mark || (event.key !== "Enter" && event.key !== " ")) return;
  event.preventDefault();
  choose(mark);
});

// The list
list.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const finding = button.closest(".finding");
  if (button.dataset.place) {
    if (Number(finding.id.slice(8)) !== opened) open(Number(finding.id.slice(8)), {});
    jump(button.dataset.place);
  } else if (button.dataset.open) open(Number(button.dataset.open), { sheet: Boolean(finding && finding.classList.contains("sheet")), reveal: true, focus: true });
  else if (button.classList.contains("shut")) close();
  else if (button.classList.contains("head")) {
    const number = Number(finding.id.slice(8));
    if (number === opened) shut();
    else open(number, {});
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (!tip.hidden) hideTip();
  else if (opened) close();
});
// A place without a mark in the text leads nowhere.
for (const button of list.querySelectorAll("button.place")) button.disabled = !places.has(button.dataset.place);

// Filters: none chosen in a row means all of it.
const chips = [...list.querySelectorAll(".chip")];
const chosen = (kind) => new Set(chips.filter((chip) => chip.dataset[kind] && chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset[kind]));
const apply = () => {
  const byTier = chosen("tier");
  const byCode = chosen("code");
  let shown = 0;
  for (const finding of findings.values()) {
    finding.hidden = (byTier.size > 0 && !byTier.has(finding.dataset.tier)) || (byCode.size > 0 && !byCode.has(finding.dataset.code));
    if (!finding.hidden) shown += 1;
  }
  for (const group of list.querySelectorAll(".group")) group.hidden = !group.querySelector(".finding:not([hidden])");
  for (const mark of marks) {
    const visible = numbersOf(mark).map((number) => findings.get(number)).filter((finding) => !finding.hidden);
    const best = tiers.find((tier) => visible.some((finding) => finding.dataset.tier === tier));
    for (const tier of tiers) mark.classList.toggle(tier, tier === best);
    if (mark.hasAttribute("role") && !mark.dataset.q) mark.tabIndex = best ? 0 : -1;
  }
  if (opened && findings.get(opened).hidden) shut();
  document.getElementById("shown").textContent = data.shown.replace("{shown}", shown);
  document.getElementById("show-all").hidden = byTier.size + byCode.size === 0;
};
const showAll = () => {
  for (const chip of chips) chip.setAttribute("aria-pressed", "false");
  apply();
};
for (const chip of chips) chip.addEventListener("click", () => {
  chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
  apply();
});
const all = document.getElementById("show-all");
if (all) all.addEventListener("click", () => {
  showAll();
  chips[0].focus();
});
// Paper shows everything.
let pressed = [];
window.addEventListener("beforeprint", () => {
  hideTip();
  pressed = chips.filter((chip) => chip.getAttribute("aria-pressed") === "true");
  if (pressed.length > 0) showAll();
});
window.addEventListener("afterprint", () => {
  if (pressed.length === 0) return;
  for (const chip of pressed) chip.setAttribute("aria-pressed", "true");
  apply();
});
})();`;
