// Everything works without this. It adds keys: "/" goes to the search field, and on a review page one key decides. And it
// follows an article that is being read to its page; who asked for less of a hurry by going back is not sent on again.
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
