// Everything works without this. It adds keys: "/" goes to the search field, and on a review page one key decides. Words that
// are marked in the text are taken into a field. And it follows an article that is being read to its page; who asked for less of a hurry by going back is not sent on again.
"use strict";
const again = document.querySelector("a[data-again]");
if (again) setTimeout(() => location.replace(again.href), 700);
const go = document.querySelector("a[data-go]");
if (go && !document.querySelector("[role=alert]")) location.replace(go.href);
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target instanceof Element && event.target.closest("input, textarea, select");
  if (field) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (event.key === "/") {
    const find = document.querySelector("main input[type=search]") ?? document.getElementById("top-q");
    find?.focus();
    event.preventDefault();
    return;
  }
  const keyed = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (keyed) {
    event.preventDefault();
    if (keyed.matches("input, textarea, select")) keyed.focus();
    else keyed.click();
  }
});

// Pressing the button must not unmark the words.
for (const button of document.querySelectorAll("button[data-take]")) {
  button.hidden = false;
  button.addEventListener("mousedown", event => event.preventDefault());
  button.addEventListener("click", () => {
    const marked = document.getSelection();
    const excerpt = document.querySelector(".excerpt");
    const range = marked?.rangeCount ? marked.getRangeAt(0) : null;
    const isInText = range && !range.collapsed && excerpt?.contains(range.startContainer);
    // Who marks the last paragraph as a whole has marked up to what follows it.
    if (isInText && !excerpt.contains(range.endContainer)) marked.setBaseAndExtent(range.startContainer, range.startOffset, excerpt, excerpt.childNodes.length);
    const words = isInText ? marked.toString().trim() : "";
    const field = document.getElementById(button.dataset.take);
    if (words) field.value = words;
    field.focus();
  });
}
