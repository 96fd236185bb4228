// A step table told as rows is edited as a table: the field that holds the rows stays what is sent, and without this script
// they are edited there. A step put in between is led to by the one before it; what led to a step taken out leads on.
const IN_ENGLISH = document.documentElement.lang === "en";
const say = (vietnamese, english) => (IN_ENGLISH ? english : vietnamese);
const NUMBER = "Bước", NEXT = "Bước tiếp theo", END = "Kết thúc";
const ROOM = 50; // how many changes can be undone

const parsed = (text) => {
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy, rows = [[]];
  for (let found; cells.lastIndex < text.length && (found = cells.exec(text)); ) {
    rows.at(-1).push((found[1]?.replaceAll('""', '"') ?? found[2]).trim());
    if (found[3] === "\n") rows.push([]);
  }
  return rows.filter((row) => row.some(Boolean));
};
const quoted = (cell) => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const written = (rows) => rows.map((row) => row.map(quoted).join("\t")).join("\n");
const button = (action, sign, meaning) => {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", className: "btn btn-plain grid-act", textContent: sign, title: meaning });
  made.dataset.act = action;
  made.setAttribute("aria-label", meaning);
  return made;
};

class Grid {
  constructor(field) {
    this.field = field;
    this.past = [];
    this.box = document.createElement("div");
    this.box.className = "grid";
    this.table = document.createElement("table");
    this.table.className = "list";
    const scroll = document.createElement("div");
    scroll.className = "scroll";
    scroll.append(this.table);
    this.undoing = button("undo", say("Hoàn tác", "Undo"), say("Hoàn tác", "Undo"));
    const bar = document.createElement("div");
    bar.className = "actions-row";
    bar.append(button("add", say("Thêm bước", "Add a step"), say("Thêm bước", "Add a step")), this.undoing);
    const turn = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = say("Dán cả bảng", "Paste a whole table");
    field.before(this.box, turn);
    turn.append(summary, field);
    this.box.append(scroll, bar);
    this.box.addEventListener("click", (event) => this.pressed(event.target.closest("[data-act]")));
    this.table.addEventListener("input", () => this.tell());
    this.table.addEventListener("focusin", () => this.remember());
    this.table.addEventListener("paste", (event) => this.pasted(event));
    this.table.addEventListener("keydown", (event) => this.keyed(event));
    field.addEventListener("input", () => this.draw());
    this.draw();
  }

  get rows() {
    return [this.head, ...[...this.table.tBodies[0].rows].map((row) => [...row.querySelectorAll("textarea")].map((cell) => cell.value.trim()))];
  }

  draw(focus) {
    const told = parsed(this.field.value), head = this.field.dataset.grid.split("|");
    const has = told.length > 0;
    this.head = has ? told[0] : head;
    const rows = has && told.length > 1 ? told.slice(1) : [this.head.map((title) => (title === NUMBER ? "1" : ""))];
    const top = document.createElement("thead"), body = document.createElement("tbody");
    const titles = top.insertRow();
    for (const title of [...this.head, ""]) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.lang = "vi";
      cell.textContent = title;
      titles.append(cell);
    }
    titles.lastChild.append(Object.assign(document.createElement("span"), { className: "visually-hidden", textContent: say("Việc với dòng", "Row actions") }));
    rows.forEach((row, n) => body.append(this.line(row, n)));
    this.table.replaceChildren(top, body);
    this.undoing.disabled = !this.past.length;
    if (focus) body.rows[Math.min(focus.row, body.rows.length - 1)]?.querySelectorAll("textarea")[focus.column]?.focus();
  }

  line(row, n) {
    const line = document.createElement("tr");
    this.head.forEach((title, c) => {
      const cell = document.createElement("textarea");
      cell.rows = 1;
      cell.lang = "vi";
      cell.value = row[c] ?? "";
      cell.setAttribute("aria-label", `${title}, ${say("dòng", "row")} ${n + 1}`);
      if (title === NUMBER) cell.className = "grid-number";
      line.insertCell().append(cell);
    });
    const acts = line.insertCell();
    acts.className = "grid-acts";
    acts.append(
      button("up", "↑", `${say("Chuyển lên, dòng", "Move up, row")} ${n + 1}`),
      button("down", "↓", `${say("Chuyển xuống, dòng", "Move down, row")} ${n + 1}`),
      button("insert", "+", `${say("Thêm bước sau dòng", "Add a step after row")} ${n + 1}`),
      button("drop", "×", `${say("Bỏ dòng", "Remove row")} ${n + 1}`),
    );
    return line;
  }

  tell() {
    this.field.value = written(this.rows);
  }

  remember() {
    const now = this.field.value || written(this.rows);
    if (this.past.at(-1) !== now) this.past.push(now);
    if (this.past.length > ROOM) this.past.shift();
    this.undoing.disabled = false;
  }

  pressed(pressed) {
    if (!pressed) return;
    const at = pressed.closest("tr")?.sectionRowIndex ?? this.table.tBodies[0].rows.length - 1;
    if (pressed.dataset.act === "undo") return this.undo();
    this.remember();
    const rows = this.rows, steps = rows.slice(1);
    const to = { up: at - 1, down: at + 1, add: steps.length, insert: at + 1, drop: at }[pressed.dataset.act];
    if (pressed.dataset.act === "drop") this.drop(steps, at);
    else if (["add", "insert"].includes(pressed.dataset.act)) this.insert(steps, at);
    else if (to >= 0 && to < steps.length) steps.splice(to, 0, ...steps.splice(at, 1));
    this.field.value = written([this.head, ...steps]);
    this.draw({ row: Math.max(0, to), column: Math.min(1, this.head.length - 1) });
  }

  insert(steps, at) {
    const number = this.head.indexOf(NUMBER), next = this.head.indexOf(NEXT), made = this.head.map(() => "");
    if (number >= 0) made[number] = String(Math.max(0, ...steps.map((step) => parseInt(step[number], 10) || 0)) + 1);
    if (next >= 0 && steps[at]?.[next]) [made[next], steps[at][next]] = [steps[at][next], made[number] ?? ""];
    steps.splice(at + 1, 0, made);
  }

  drop(steps, at) {
    const number = this.head.indexOf(NUMBER), next = this.head.indexOf(NEXT), [gone] = steps.splice(at, 1);
    if (number < 0 || next < 0 || !gone[number]) return;
    const onward = gone[next] || steps[at]?.[number] || END;
    const mark = gone[number].replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const led = new RegExp(`(^|[\\s,;])${mark}(?=$|[\\s,;])`, "g");
    for (const step of steps) step[next] = step[next].replace(led, `$1${onward}`);
  }

  undo() {
    const now = written(this.rows);
    let before = this.past.pop();
    while (before === now && this.past.length) before = this.past.pop();
    if (before !== undefined) this.field.value = before;
    this.draw();
  }

  // Several cells pasted at once fill the table from the cell on which they are pasted.
  pasted(event) {
    const told = parsed(event.clipboardData.getData("text").replaceAll("\r\n", "\n"));
    if (told.length < 2 && (told[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    this.remember();
    const from = event.target.closest("tr").sectionRowIndex + 1, first = event.target.closest("td").cellIndex, rows = this.rows;
    told.forEach((row, r) => {
      while (rows.length <= from + r) rows.push(this.head.map(() => ""));
      row.forEach((cell, c) => { if (first + c < this.head.length) rows[from + r][first + c] = cell; });
    });
    this.field.value = written(rows);
    this.draw({ row: from - 1, column: first });
  }

  keyed(event) {
    const cell = event.target.closest("td"), line = cell?.parentElement;
    if (event.key !== "Enter" || event.shiftKey || event.target.tagName !== "TEXTAREA") return;
    event.preventDefault();
    line.nextElementSibling?.cells[cell.cellIndex].querySelector("textarea").focus();
  }
}

document.querySelectorAll("textarea[data-grid]").forEach((field) => new Grid(field));
