// Forms speak the page's language whatever the browser speaks: which file is chosen, and what is still missing. Without this
// script the browser's own words stand there and everything works.
const IN_ENGLISH = document.documentElement.lang === "en";
const say = (vietnamese, english) => (IN_ENGLISH ? english : vietnamese);
const ONE = say("Xin chọn một mục.", "Please choose one.");
const MISSING = { file: say("Xin chọn một tệp.", "Please choose a file."), checkbox: say("Xin đánh dấu ô này nếu đồng ý.", "Please tick this box if you agree."), radio: ONE, "select-one": ONE };

const faultOf = (field) => {
  if (field.validity.valueMissing) return MISSING[field.type] ?? say("Xin điền mục này.", "Please fill this in.");
  if (field.validity.patternMismatch && field.inputMode === "numeric") return say("Xin chỉ điền chữ số.", "Please enter digits only.");
  return field.validity.valid ? "" : say("Xin kiểm tra lại mục này.", "Please check this again.");
};
document.addEventListener("invalid", (event) => {
  event.target.setCustomValidity("");
  event.target.setCustomValidity(faultOf(event.target));
}, true);
for (const kind of ["input", "change"]) document.addEventListener(kind, (event) => event.target.setCustomValidity?.(""), true);

// The field itself lies, unseen, over the button and the name that are shown: it is clicked, dropped on, and reached by Tab.
const NONE = say("Chưa chọn tệp nào", "No file chosen");
const dress = (field) => {
  const [box, button, name] = ["div", "span", "span"].map((tag) => document.createElement(tag));
  box.className = "file-box";
  button.className = "btn btn-plain";
  button.textContent = say("Chọn tệp…", "Choose a file…");
  name.className = "file-name";
  name.id = `${field.id}-name`;
  field.before(box);
  box.append(field, button, name);
  field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), name.id].filter(Boolean).join(" "));
  const tell = () => {
    name.textContent = [...field.files].map((file) => file.name).join(", ") || NONE;
    field.title = name.textContent;
  };
  field.addEventListener("change", tell);
  field.form?.addEventListener("reset", () => setTimeout(tell));
  tell(); // after Back, the browser may have kept what was chosen
};
document.querySelectorAll("input[type=file]").forEach(dress);
