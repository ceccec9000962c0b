/*
  Copy buttons of the republish kit and of the feeds. Each copies, byte for byte, what stands on the page
  for its form; or else, of a kit, what kit.json says. Without this script the texts can be selected, and
  the files downloaded.
*/
(() => {
  "use strict";

  const COPIED = "Copied";
  const FAILED = "Not copied: select the text, or download the file";
  const SELECTED = "Not copied, but selected";
  const REMINDED = 6000; // milliseconds that a message stays

  const kits = new Map();

  function fetched(address, form) {
    if (!kits.has(address)) {
      kits.set(address, fetch(address).then((answer) => answer.json()));
    }
    return kits.get(address).then((kit) => kit.texts[form].content);
  }

  function select(text) {
    const area = document.createElement("textarea");
    area.className = "aside";
    area.setAttribute("aria-hidden", "true");
    area.value = text;
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy"); // pages without https have no other way
    area.remove();
    return done;
  }

  async function put(words) {
    try {
      const text = await words;
      if (navigator.clipboard) {
        await navigator.clipboard.writeText(text);
        return true;
      }
      return select(text);
    } catch {
      try {
        return select(await words);
      } catch {
        return false;
      }
    }
  }

  function mark(element) {
    if (element.select) {
      element.focus();
      element.select();
    } else {
      window.getSelection().selectAllChildren(element);
    }
  }

  async function copy(button) {
    const form = button.dataset.copy;
    const area = document.getElementById(`${form}-text`);
    const told = button.parentElement.querySelector("[role=status]");
    const done = await put(area ? area.value ?? area.textContent : fetched(button.dataset.kit, form));
    if (done || !area?.select) button.focus();
    if (!done && area) mark(area);
    told.textContent = done ? COPIED : area && !area.select ? SELECTED : FAILED;
    window.clearTimeout(Number(button.dataset.timer));
    button.dataset.timer = window.setTimeout(() => { told.textContent = ""; }, REMINDED);
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
    if (!document.getElementById(`${button.dataset.copy}-text`)) {
      button.addEventListener("pointerenter", () => { fetched(button.dataset.kit, button.dataset.copy).catch(() => {}); });
    }
  }
})();
