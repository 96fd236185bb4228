// Forms speak Vietnamese whatever the browser speaks: which file is chosen, and what is still missing. Without this script
// the browser's own words stand there and everything works.
const MISSING = { file: "Xin chọn một tệp.", checkbox: "Xin đánh dấu ô này nếu đồng ý.", radio: "Xin chọn một mục.", "select-one": "Xin chọn một mục." };

const faultOf = (field) => {
  if (field.validity.valueMissing) return MISSING[field.type] ?? "Xin điền mục này.";
  if (field.validity.patternMismatch && field.inputMode === "numeric") return "Xin chỉ điền chữ số.";
  return field.validity.valid ? "" : "Xin kiểm tra lại mục này.";
};
document.addEventListener("invalid", (event) => {
  event.target.setCustomValidity("");
  event.target.setCustomValidity(faultOf(event.target));
}, true);
for (const kind of ["input", "change"]) document.addEventListener(kind, (event) => event.target.setCustomValidity?.(""), true);

// The field itself lies, unseen, over the button and the name that are shown: it is clicked, dropped on, and reached by Tab.
const NONE = "Chưa chọn tệp nào";
const dress = (field) => {
  const [box, button, name] = ["div", "span", "span"].map((tag) => document.createElement(tag));
  box.className = "file-box";
  button.className = "btn btn-plain";
  button.textContent = "Chọn tệp…";
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
