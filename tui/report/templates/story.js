"use strict";
(() => {
  const rows = [...document.querySelectorAll("tr.row")];
  const detailOf = (row) => row.nextElementSibling;
  const close = (row) => {
    detailOf(row).hidden = true;
    for (const button of row.querySelectorAll("button")) button.setAttribute("aria-expanded", "false");
  };

  const open = (button) => {
    const row = button.closest("tr");
    const wasOpen = button.getAttribute("aria-expanded") === "true";
    for (const other of rows) close(other);
    if (wasOpen) return;
    const cards = [...detailOf(row).querySelectorAll(".card")];
    const own = cards[0].dataset.report;
    const asked = button.dataset.report;
    // The report of the row and the one asked for; its own cell shows all that have something.
    for (const card of cards) card.hidden = asked !== own && ![own, asked].includes(card.dataset.report);
    detailOf(row).hidden = false;
    button.setAttribute("aria-expanded", "true");
  };

  const buttons = [...document.querySelectorAll("[data-filter]")];
  const filter = (name) => {
    let shown = 0;
    for (const row of rows) {
      row.hidden = !row.dataset.has.split(" ").includes(name);
      if (!row.hidden) shown += 1;
      close(row);
    }
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.filter === name));
    document.getElementById("shown").textContent = `${shown} of ${rows.length} statements`;
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.filter) filter(button.dataset.filter);
    else open(button);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") for (const row of rows) close(row);
  });
  document.querySelector(".filters").hidden = false;
  filter("several");
})();
