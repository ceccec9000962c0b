// The colour scheme: the reader's system decides, unless the reader does. Loaded before the page is
// painted, so that a remembered choice never flashes.
(() => {
  "use strict";
  const KEY = "byline-scheme";
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");

  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // storage may be forbidden
    }
  };

  const remember = (scheme) => {
    try {
      localStorage.setItem(KEY, scheme);
    } catch {
      // the choice then holds for this page alone
    }
  };

  const isDark = () => (page.dataset.scheme ? page.dataset.scheme === "dark" : system.matches);

  const choose = (scheme) => {
    if (scheme === "dark" || scheme === "light") page.dataset.scheme = scheme;
  };

  choose(remembered());

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-scheme-toggle]");
    if (!button) return;
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.hidden = false;
    button.addEventListener("click", () => {
      choose(isDark() ? "light" : "dark");
      remember(page.dataset.scheme);
      show();
    });
    system.addEventListener("change", show);
    addEventListener("storage", (event) => {
      if (event.key === KEY) {
        choose(event.newValue);
        show();
      }
    });
    show();
  });
})();
