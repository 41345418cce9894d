// "/" goes to the search field. Without this script everything works but that and Escape.
"use strict";
// Escape closes what is open.
document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const open of document.querySelectorAll("details[open]")) open.open = false;
});
document.addEventListener("keydown", (event) => {
    const typed = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
        || event.target instanceof HTMLSelectElement;
    const field = document.getElementById("search");
    if (event.key !== "/" || typed || event.ctrlKey || event.metaKey || event.altKey || !field) return;
    event.preventDefault();
    field.focus();
    field.select();
});
