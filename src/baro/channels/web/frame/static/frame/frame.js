// Menus close on Escape and on a click elsewhere; htmx sends the token that Django asks for; a table wider than the
// screen can be reached and scrolled by keyboard; what is folded prints unfolded.
const open = () => document.querySelectorAll("details.menu[open]");
document.addEventListener("click", (event) => open().forEach((menu) => menu.contains(event.target) || (menu.open = false)));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  open().forEach((menu) => { menu.open = false; menu.querySelector("summary").focus(); });
});
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (token) event.detail.headers["X-CSRFToken"] = token.value;
});

const headingOf = (box) => {
  const named = box.querySelector("caption") ?? box.closest("section")?.querySelector("h2") ?? document.querySelector("h1");
  return named ? named.textContent.trim() : document.documentElement.lang === "en" ? "Table" : "Bảng";
};
const reach = (box) => {
  if (box.scrollWidth <= box.clientWidth || box.hasAttribute("tabindex")) return;
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", headingOf(box));
};
const watched = new ResizeObserver((seen) => seen.forEach((one) => reach(one.target.closest(".scroll"))));
document.querySelectorAll(".scroll, .scroll > table").forEach((box) => watched.observe(box));
const folded = "main details:not([open]):not(.menu):not(.no-print)";
addEventListener("beforeprint", () => document.querySelectorAll(folded).forEach((fold) => { fold.open = true; fold.dataset.folded = ""; }));
addEventListener("afterprint", () => document.querySelectorAll("[data-folded]").forEach((fold) => { fold.open = false; delete fold.dataset.folded; }));
