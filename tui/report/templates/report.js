"use strict";
(() => {
  const pair = document.querySelector(".pair");
  const lines = [...document.querySelectorAll(".line")];
  if (!pair || !lines.length) return;
  const byNumber = new Map(lines.map((line) => [line.dataset.link, line]));
  const byPassage = new Map();
  for (const line of lines) {
    for (const id of [line.dataset.left, line.dataset.right]) {
      if (!byPassage.has(id)) byPassage.set(id, []);
      byPassage.get(id).push(line);
    }
  }
  const ends = (line) => [line.dataset.left, line.dataset.right].map((id) => document.getElementById(id));
  const place = document.getElementById("place");
  let at = -1;

  const show = (number, scroll = true) => {
    for (const old of document.querySelectorAll(".current")) old.classList.remove("current");
    at = Math.max(0, Math.min(lines.length - 1, number));
    const line = lines[at];
    const [left, right] = ends(line);
    for (const part of [line, left, right]) part.classList.add("current");
    line.parentNode.append(line); // the last one drawn lies on top
    place.textContent = `${at + 1}/${lines.length} ${line.dataset.left}–${line.dataset.right} ${line.dataset.label}`;
    if (!scroll) return;
    const tops = [left, right].map((end) => end.getBoundingClientRect());
    const first = Math.min(tops[0].top, tops[1].top);
    const last = Math.max(tops[0].bottom, tops[1].bottom);
    const room = window.innerHeight;
    // Both ends in the middle if they fit, else the left one near the top.
    const to = last - first < room * 0.8 ? (first + last - room) / 2 : tops[0].top - room / 5;
    window.scrollTo({ top: window.scrollY + to }); // not scrollBy: the last step may still be scrolling
  };

  const highlight = (linked) => {
    for (const old of pair.querySelectorAll(".lit")) old.classList.remove("lit");
    pair.classList.toggle("hovering", linked.length > 0);
    for (const line of linked) for (const part of [line, ...ends(line)]) part.classList.add("lit");
  };

  const linesAt = (target) => {
    const line = target.closest(".line");
    if (line) return [line];
    const chip = target.closest("[data-link]");
    if (chip) return [byNumber.get(chip.dataset.link)];
    const passage = target.closest(".passage");
    return (passage && byPassage.get(passage.id)) || [];
  };

  document.addEventListener("mouseover", (event) => highlight(linesAt(event.target)));
  document.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]");
    if (step) return show(at + Number(step.dataset.step));
    const link = event.target.closest("[data-link]");
    if (link) show(lines.indexOf(byNumber.get(link.dataset.link)), !event.target.closest("a"));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "n") show(at + 1);
    if (event.key === "p") show(at - 1);
  });

  document.querySelector(".walk").hidden = false;
  place.textContent = `${lines.length} link${lines.length === 1 ? "" : "s"}`;
})();
