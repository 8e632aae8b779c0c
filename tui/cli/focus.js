"use strict";
// The keys belong to the terminal as soon as it shows something; nobody should have to click first.
document.addEventListener("DOMContentLoaded", () => {
  new MutationObserver((_, watch) => {
    const keys = document.querySelector(".xterm-helper-textarea");
    if (!keys || !document.body.classList.contains("-first-byte")) return;
    keys.focus();
    watch.disconnect();
  }).observe(document.body, { attributes: true, childList: true, subtree: true });
});
