// Switching the language loads the page anew: what was typed is carried over, in this tab only, and forgotten at once.
// Not a draft, which is stored nowhere: its page sends it along.
"use strict";
const KEY = "sansi-typed:" + location.pathname;
const kept = (field) => field.name && !["password", "file", "hidden", "submit"].includes(field.type) && field.form?.method === "post" && !field.form.matches("[data-draft]");
const fields = () => [...document.querySelectorAll("input, textarea, select")].filter(kept);

function keep() {
  const typed = fields().map((field) => [field.name, field.value, field.checked]);
  if (typed.length) sessionStorage.setItem(KEY, JSON.stringify(typed));
}

function restore() {
  const typed = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
  sessionStorage.removeItem(KEY);
  const here = fields();
  typed.forEach(([name, value, checked], index) => {
    const field = here[index];
    if (field?.name !== name) return;
    if (["checkbox", "radio"].includes(field.type)) field.checked = checked;
    else field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

document.querySelectorAll(".languages a").forEach((link) => link.addEventListener("click", keep));
restore();
