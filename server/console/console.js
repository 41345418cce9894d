// "/" goes to the search field. Without this script everything works but that.
"use strict";
document.addEventListener("keydown", (event) => {
    const typed = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
        || event.target instanceof HTMLSelectElement;
    const field = document.getElementById("search");
    if (event.key !== "/" || typed || event.ctrlKey || event.metaKey || event.altKey || !field) return;
    event.preventDefault();
    field.focus();
    field.select();
});
