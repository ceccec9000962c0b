/*
  Copy buttons of the republish kit. Each copies, byte for byte, what kit.json says for its form: from
  the page where the text stands there, else from kit.json. Without this script the texts can be
  selected, and the files downloaded.
*/
(() => {
  "use strict";

  const COPIED = "Copied";
  const FAILED = "Not copied: select the text, or download the file";
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

  async function copy(button) {
    const form = button.dataset.copy;
    const area = document.getElementById(`${form}-text`);
    const told = button.parentElement.querySelector("[role=status]");
    const done = await put(area ? area.value : fetched(button.dataset.kit, form));
    if (!done && area) {
      area.focus();
      area.select();
    } else {
      button.focus();
    }
    told.textContent = done ? COPIED : FAILED;
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
