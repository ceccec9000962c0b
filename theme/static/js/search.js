/*
  The search page: asks Pagefind's index, which lies on this site, and writes what it finds.
  The question stands in the address (?q=…), so that it can be linked to and gone back to.
  Nothing that the index says is read as HTML: an excerpt's marks are taken apart, the rest is text.
*/

const AT_ONCE = 10;
const PAUSE = 200; // milliseconds after the last key

const search = document.querySelector("[data-search]");
const form = search.querySelector("form");
const field = form.querySelector("input[type=search]");
const box = form.querySelector("input[type=checkbox]");
const wait = search.querySelector(".search-wait");
const count = search.querySelector(".search-count");
const list = search.querySelector(".search-results");
const more = search.querySelector(".search-more");
const root = new URL(search.dataset.root, document.baseURI);

let engine; // loaded with the first question
let asked = 0; // questions so far: a late answer to an earlier one is dropped
let found = [];
let timer;

function load() {
  engine ??= import(new URL("pagefind/pagefind.js", root).href).then(async (pagefind) => {
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 32 });
    await pagefind.init();
    return pagefind;
  });
  return engine;
}

async function ask() {
  const mine = ++asked;
  const words = field.value.trim();
  remember(words);
  if (!words && !box.checked) {
    await show([], "", mine);
    return;
  }
  try {
    const pagefind = await load();
    const filters = box.checked ? { [box.name]: box.value } : {};
    const answer = await pagefind.search(words || null, { filters });
    await show(answer.results, counted(answer.results.length, words), mine);
  } catch {
    engine = undefined;
    await show([], "The search index could not be loaded. Try again, or use the lists below.", mine);
  }
}

function counted(number, words) {
  const pieces = number === 0 ? "No piece" : number === 1 ? "One piece" : `${number} pieces`;
  return words ? `${pieces} found for “${words}”` : `${pieces} found`;
}

async function show(results, said, mine) {
  const first = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()));
  if (mine !== asked) {
    return;
  }
  found = results;
  list.replaceChildren(...first.map(piece));
  count.textContent = said;
  more.hidden = found.length <= AT_ONCE;
}

async function showMore() {
  const mine = asked;
  const shown = list.children.length;
  const next = await Promise.all(found.slice(shown, shown + AT_ONCE).map((result) => result.data()));
  if (mine !== asked) {
    return;
  }
  const pieces = next.map(piece);
  list.append(...pieces);
  more.hidden = list.children.length >= found.length;
  pieces[0]?.querySelector("a").focus();
}

function piece(data) {
  const item = element("li", "search-result");
  const title = element("h2", "title");
  const link = element("a", "", data.meta.title || data.url);
  link.href = data.url;
  link.dir = "auto";
  title.append(link);
  item.append(title);
  const from = [data.meta.author, data.meta.date].filter(Boolean).join(" · ");
  if (from) {
    item.append(element("p", "search-from", from));
  }
  if (data.meta.reprint) {
    item.append(element("p", "search-reprint", `May be reprinted: ${data.meta.reprint}`));
  }
  const excerpt = element("p", "search-excerpt");
  excerpt.dir = "auto";
  excerpt.append("… ", ...marked(data.excerpt), " …");
  item.append(excerpt);
  return item;
}

/* Text and <mark> of an excerpt, as nodes; the parsed document is inert, and only its text is used. */
function marked(html) {
  const inert = new DOMParser().parseFromString(html, "text/html");
  return [...inert.body.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", "", node.textContent) : document.createTextNode(node.textContent),
  );
}

function element(name, kind, text = "") {
  const made = document.createElement(name);
  if (kind) {
    made.className = kind;
  }
  made.textContent = text;
  return made;
}

function remember(words) {
  const address = new URL(location.href);
  const query = new URLSearchParams();
  if (words) {
    query.set(field.name, words);
  }
  if (box.checked) {
    query.set(box.name, box.value);
  }
  address.search = query;
  history.replaceState(null, "", address);
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  ask();
});
field.addEventListener("input", soon);
field.addEventListener("focus", () => load().catch(() => {}), { once: true });
box.addEventListener("change", ask);
more.querySelector("button").addEventListener("click", showMore);

const given = new URLSearchParams(location.search);
field.value = given.get(field.name) ?? "";
box.checked = given.has(box.name);
form.hidden = false;
wait.remove();
if (field.value || box.checked) {
  ask();
}
