// Menus close on Escape and on a click elsewhere; htmx sends the token that Django asks for.
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
