// Search by name, whatever the accents; a name's beginning counts more than its middle, and names
// more than where people work.
const kMostHits = 12;
const query = element("query");
const hits = element("hits");
let found = [];
let chosen = -1;
let keys = null;

function searchKeys() {
  keys ??= Array.from({ length: size }, (_, i) => [fold(nameOf(i)), fold(workOf(i))]);
  return keys;
}

function search(text) {
  const wantedText = fold(text);
  if (!wantedText) return [];
  const ranked = [];
  for (const i of people.order) {
    const [name, work] = searchKeys()[i];
    const at = name.indexOf(wantedText);
    let rank = at === 0 ? 0 : at > 0 ? (name[at - 1] === " " ? 1 : 2) : work.includes(wantedText) ? 3 : -1;
    if (rank < 0 && wantedText.includes(" ")) {
      // "Ana L" and "Lim Ana": each word begins a word of the name.
      const own = name.split(" ");
      if (wantedText.split(" ").every((part) => own.some((w) => w.startsWith(part)))) rank = 1;
    }
    if (rank >= 0) ranked.push([rank, i]);
  }
  return ranked.sort((a, b) => a[0] - b[0]).slice(0, kMostHits).map(([, i]) => i);
}

function choose(at) {
  chosen = at;
  for (const [place, item] of Array.from(hits.children).entries()) {
    item.setAttribute("aria-selected", String(place === at));
    if (place === at) item.scrollIntoView({ block: "nearest" });
  }
  if (at >= 0 && found.length) query.setAttribute("aria-activedescendant", `hit-${at}`);
  else query.removeAttribute("aria-activedescendant");
}

function showHits() {
  found = search(query.value);
  hits.replaceChildren();
  found.forEach((i, at) => {
    const item = make("li", "", nameOf(i));
    item.id = `hit-${at}`;
    item.setAttribute("role", "option");
    item.dir = "auto";
    const where = workOf(i) || communityOf(i).name;
    item.append(make("small", "", where));
    item.addEventListener("pointerdown", (event) => event.preventDefault());
    item.addEventListener("click", () => take(at));
    hits.append(item);
  });
  const nobody = query.value.trim() !== "" && !found.length;
  if (nobody) {
    const item = make("li", "", "Nobody of that name");
    item.setAttribute("role", "option");
    item.setAttribute("aria-disabled", "true");
    hits.append(item);
  }
  hits.hidden = !found.length && !nobody;
  query.setAttribute("aria-expanded", String(!hits.hidden));
  choose(found.length ? 0 : -1);
}

function hideHits() {
  hits.hidden = true;
  query.setAttribute("aria-expanded", "false");
  query.removeAttribute("aria-activedescendant");
}

function take(at) {
  if (!found[at] && found[at] !== 0) return;
  hideHits();
  const i = found[at];
  if (!isThere(i)) setTime(state.end);  // asked for by name: time gives way
  query.value = nameOf(i);
  pick(i, { fly: true, focus: true });
}

query.addEventListener("input", showHits);
query.addEventListener("focus", () => query.select());
query.addEventListener("blur", hideHits);
query.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    if (hits.hidden) showHits();
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (found.length) choose((chosen + step + found.length) % found.length);
  } else if (event.key === "Enter") {
    event.preventDefault();
    take(chosen);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (hits.hidden && !query.value) canvas.focus();
    query.value = "";
    hideHits();
  }
});
element("search").hidden = raw.anonymous || !size;
