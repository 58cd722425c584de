// The card of the person who is picked, and the small one of whoever the pointer is over.
const kCardTies = 12;
let cameFrom = null;

function row(list, term, text) {
  if (!text) return;
  list.append(make("dt", "", term), make("dd", "", text));
}

/** A colour as a dot: by the CSSOM, which the content security policy lets through. */
function swatch(at) {
  const made = make("span", "swatch");
  made.style.background = colourOf(at);
  made.setAttribute("aria-hidden", "true");
  return made;
}

function belongsTo(i) {
  const line = make("p", "of");
  const [community, region] = [communityOf(i), regions[regionOf(i)]];
  const text = community.name === region.name ? region.name : `${community.name} · ${region.name}`;
  line.append(swatch(community), make("span", "", text));
  return line;
}

const withDay = (day) => (day == null ? "" : `${sayDay(day)}${ago(day) ? `, ${ago(day)}` : ""}`);

function facts(i) {
  const list = make("dl");
  row(list, "Last time", withDay(people.last[i]));
  row(list, "How you met", word("met", i));
  row(list, "Known since", people.since[i] == null ? "" : sayDay(people.since[i]));
  row(list, "Tied with", counted(people.ties[i], "person", "people"));
  if (people.bridge[i]) row(list, "Joins", "communities that few others join");
  return list;
}

function fillCard(i) {
  const card = element("card");
  const close = make("button", "close");
  close.type = "button";
  close.setAttribute("aria-label", "Close");
  const cross = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  cross.setAttribute("viewBox", "0 0 16 16");
  const stroke = document.createElementNS("http://www.w3.org/2000/svg", "path");
  stroke.setAttribute("d", "M4 4l8 8M12 4l-8 8");
  cross.append(stroke);
  close.append(cross);
  close.addEventListener("click", letGo);
  const name = make("h2", "", nameOf(i));
  name.id = "card-name";
  name.tabIndex = -1;
  name.dir = "auto";
  card.replaceChildren(name);
  if (workOf(i)) card.append(make("p", "from", workOf(i)));
  card.append(belongsTo(i), facts(i));
  const best = strongest(i).filter(isTied).slice(0, kCardTies);
  if (best.length && !raw.anonymous) {
    card.append(make("h3", "", "Closest ties"));
    const list = make("ul");
    for (const t of best) {
      const friend = other(t, i);
      const button = make("button");
      button.type = "button";
      const friendName = make("span", "", nameOf(friend));
      friendName.dir = "auto";
      button.append(swatch(communityOf(friend)), friendName, make("small", "", groundOf(t)));
      button.addEventListener("click", () => pick(friend, { fly: true, focus: true }));
      const item = make("li");
      item.append(button);
      list.append(item);
    }
    card.append(list);
  }
  card.append(close);
  card.scrollTop = 0;
  card.hidden = false;
  if (state.focusCard) {
    if (!card.contains(document.activeElement) && document.activeElement !== document.body) cameFrom = document.activeElement;
    name.focus({ preventScroll: true });
  }
  element("said").textContent = `${nameOf(i)}. ${workOf(i)}`;
}

function letGo() {
  const hadFocus = element("card").contains(document.activeElement);
  pick(-1);
  if (hadFocus) (cameFrom?.isConnected ? cameFrom : canvas).focus();
  cameFrom = null;
}

function showPeek(i) {
  const peek = element("peek");
  if (i < 0 || i === state.picked) {
    peek.hidden = true;
    return;
  }
  const name = make("strong", "", nameOf(i));
  name.dir = "auto";
  peek.replaceChildren(name);
  if (workOf(i)) peek.append(make("p", "", workOf(i)));
  peek.append(belongsTo(i));
  if (people.last[i] != null) peek.append(make("p", "", `Last time ${ago(people.last[i]) || sayDay(people.last[i])}`));
  peek.append(make("p", "", `Tied with ${counted(people.ties[i], "person", "people")}`));
  peek.hidden = false;
  const [x, y] = toScreen(people.x[i], people.y[i]);
  const gap = people.r[i] * camera.k + 14;
  const { offsetWidth: width, offsetHeight: height } = peek;
  const left = x + gap + width < view.width - 8 ? x + gap : x - gap - width;
  peek.style.left = `${Math.max(8, left)}px`;
  peek.style.top = `${Math.min(Math.max(8, y - height / 2), view.height - height - 8)}px`;
}

function hover(i) {
  if (state.over === i) return;
  state.over = i;
  canvas.classList.toggle("over", i >= 0);
  showPeek(i);
  invalidate();
}

on("pick", () => {
  element("peek").hidden = true;
  if (state.picked >= 0) fillCard(state.picked);
  else element("card").hidden = true;
});
on("camera", () => {
  if (state.over >= 0) hover(-1);
});
