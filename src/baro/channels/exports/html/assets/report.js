"use strict";
const folded = (s) => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[đð]/g, "d").replace(/\s+/g, " ").trim();
const box = document.querySelector(".filter");
if (box) {
  const input = box.querySelector("input"), told = box.querySelector("output");
  const cases = [...document.querySelectorAll(".case")];
  box.hidden = false;
  input.addEventListener("input", () => {
    const words = folded(input.value).split(" ");
    let shown = 0;
    for (const c of cases) {
      c.hidden = !words.every((w) => c.dataset.words.includes(w));
      shown += c.hidden ? 0 : 1;
    }
    told.textContent = input.value.trim() ? `${shown} / ${cases.length} hồ sơ` : "";
  });
}
const reveal = () => {
  const aim = document.getElementById(location.hash.slice(1));
  for (let e = aim; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
  if (aim) aim.scrollIntoView();
};
addEventListener("hashchange", reveal);
if (location.hash) reveal();
let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("details.process:not([open])")];
  for (const d of opened) d.open = true;
});
addEventListener("afterprint", () => { for (const d of opened) d.open = false; });
