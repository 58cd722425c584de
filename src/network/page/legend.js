// The legend: regions by size, each a switch that lights it up; the communities of the lit one.
const kMostRegions = 12;
let allRegions = false;

function legendButton(at, pressed, act) {
  const button = make("button");
  button.type = "button";
  button.setAttribute("aria-pressed", String(pressed));
  const name = make("span", "name", at.name);
  name.dir = "auto";
  button.title = at.name;
  button.append(swatch(at), name, make("span", "people", at.count.toLocaleString("en")));
  button.addEventListener("click", act);
  return button;
}

const isLitPlace = (region, community) =>
  state.lit !== null && state.lit.region === region && state.lit.community === community;

function toggle(region, community) {
  const off = isLitPlace(region, community);
  const at = community === undefined ? regions[region] : communities[community];
  light(off ? (community === undefined ? null : { region }) : { region, community });
  element("said").textContent = off ? "Everybody is lit" : `${at.name} is lit: ${counted(at.count, "person", "people")}`;
  const members = state.lit ? (state.lit.community === undefined ? regions : communities)[state.lit.community ?? state.lit.region].members : null;
  if (state.picked >= 0) pick(-1);
  flyTo(members ? fitted(around(members), 2) : fitted());
}

function communitiesOf(region) {
  const list = make("ul");
  for (const at of communities) {
    if (at.region !== region.index) continue;
    const item = make("li");
    item.append(legendButton(at, isLitPlace(region.index, at.index), () => toggle(region.index, at.index)));
    list.append(item);
  }
  return list;
}

let legendShows = "";

function fillLegend() {
  const shows = JSON.stringify([state.lit, state.look, allRegions]);
  if (shows === legendShows) return;
  legendShows = shows;
  const list = element("regions");
  // The same button keeps the focus when the list is made anew.
  const places = Array.from(list.querySelectorAll("button"));
  const focused = places.indexOf(document.activeElement);
  const label = places[focused]?.title;
  list.replaceChildren();
  const shown = allRegions || regions.length <= kMostRegions + 1 ? regions : regions.slice(0, kMostRegions);
  for (const at of shown) {
    const item = make("li");
    item.append(legendButton(at, isLitPlace(at.index, undefined), () => toggle(at.index)));
    const inside = communities.filter((c) => c.region === at.index).length;
    if (state.lit?.region === at.index && inside > 1) item.append(communitiesOf(at));
    list.append(item);
  }
  if (shown.length < regions.length) {
    const rest = regions.slice(shown.length);
    const item = make("li");
    const button = make("button", "more", `and ${rest.length} smaller`);
    button.type = "button";
    button.addEventListener("click", () => {
      allRegions = true;
      fillLegend();
      list.querySelectorAll(":scope > li > button")[shown.length]?.focus();
    });
    item.append(button);
    list.append(item);
  }
  if (focused >= 0) {
    const same = Array.from(list.querySelectorAll("button")).find((button) => button.title === label);
    (same ?? list.querySelector("button"))?.focus({ preventScroll: true });
  }
}

element("legend").hidden = !size;
on("paint", fillLegend);

// Everybody as a list, for those who would rather read: built region by region as it is opened.
function fillRegion(details, region) {
  const anchor = details.querySelector("div");
  if (anchor.childElementCount) return;
  for (const at of communities) {
    if (at.region !== region.index || !at.members.length) continue;
    const heading = make("h3", "", at.name);
    heading.dir = "auto";
    const list = make("ul");
    const byName = at.members.map((i) => [nameOf(i), i]).sort((a, b) => a[0].localeCompare(b[0]));
    for (const [name, i] of byName) {
      const button = make("button", "", name);
      button.type = "button";
      button.dir = "auto";
      const more = [workOf(i), `tied with ${people.ties[i]}`, people.bridge[i] ? "joins communities" : ""];
      button.append(make("small", "", more.filter(Boolean).join(" · ")));
      button.addEventListener("click", () => pick(i, { fly: true, focus: true }));
      const item = make("li");
      item.append(button);
      list.append(item);
    }
    anchor.append(heading, list);
  }
}

element("everybody").hidden = raw.anonymous || !size;
element("everybody").addEventListener("toggle", () => {
  const list = element("people");
  if (list.childElementCount) return;
  for (const at of regions) {
    const details = make("details");
    const summary = make("summary");
    const heading = make("h2", "", at.name);
    heading.dir = "auto";
    summary.append(heading, ` ${at.count.toLocaleString("en")}`);
    details.append(summary, make("div"));
    details.addEventListener("toggle", () => details.open && fillRegion(details, at));
    list.append(details);
  }
});
