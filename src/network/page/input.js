// Hands on the map: pointer, wheel, pinch, keys. And the start of it all.
const kStep = 80;
const kZoom = 1.3;
const kTapPixels = 6;
const pointers = new Map();
let travelled = 0;
let pinch = 0;

const spread = () => {
  const [a, b] = Array.from(pointers.values());
  return { far: Math.hypot(a.x - b.x, a.y - b.y), x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
};

canvas.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  canvas.setPointerCapture(event.pointerId);
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  if (pointers.size === 1) travelled = 0;
  if (pointers.size === 2) pinch = spread().far;
  land();
});

canvas.addEventListener("pointermove", (event) => {
  const last = pointers.get(event.pointerId);
  if (!last) {
    if (event.pointerType === "mouse") hover(personAt(event.clientX, event.clientY, 5));
    return;
  }
  const dx = event.clientX - last.x;
  const dy = event.clientY - last.y;
  travelled += Math.abs(dx) + Math.abs(dy);
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  if (travelled > kTapPixels) canvas.classList.add("moving");
  if (pointers.size === 2) {
    const now = spread();
    zoomAt(now.x, now.y, now.far / pinch);
    pinch = now.far;
    pan(dx / 2, dy / 2);
  } else if (travelled > kTapPixels) {
    pan(dx, dy);
  }
});

function lift(event) {
  if (!pointers.delete(event.pointerId)) return;
  canvas.classList.remove("moving");
  if (event.type !== "pointerup" || travelled > kTapPixels || pointers.size) return;
  const slack = event.pointerType === "mouse" ? 5 : 16;
  const i = personAt(event.clientX, event.clientY, slack);
  if (i < 0 && state.picked < 0 && state.lit) light(null);
  pick(i);
}
canvas.addEventListener("pointerup", lift);
canvas.addEventListener("pointercancel", lift);
canvas.addEventListener("pointerleave", () => hover(-1));
canvas.addEventListener("dblclick", (event) => zoomAt(event.clientX, event.clientY, 2));

canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  const lines = event.deltaMode === 1 ? 16 : 1;
  // A pinch on a touch pad comes as a wheel with the control key, in much smaller steps.
  const pace = event.ctrlKey ? 0.01 : 0.0016;
  zoomAt(event.clientX, event.clientY, Math.exp(-event.deltaY * lines * pace));
}, { passive: false });

const zoomMiddle = (factor) => zoomAt(view.width / 2, view.height / 2, factor);

/** The person nearest to the middle of what can be seen. */
function nearest() {
  let best = -1;
  let least = Infinity;
  for (let i = 0; i < size; i++) {
    const far = Math.hypot(people.x[i] - camera.x, people.y[i] - camera.y);
    if (far < least && isThere(i)) [best, least] = [i, far];
  }
  return best;
}

function escape() {
  if (state.picked >= 0) letGo();
  else if (state.lit) light(null);
}

const onMap = {
  ArrowLeft: () => pan(kStep, 0),
  ArrowRight: () => pan(-kStep, 0),
  ArrowUp: () => pan(0, kStep),
  ArrowDown: () => pan(0, -kStep),
  Enter: () => pick(nearest(), { focus: true }),
};
const anywhere = {
  "+": () => zoomMiddle(kZoom),
  "=": () => zoomMiddle(kZoom),
  "-": () => zoomMiddle(1 / kZoom),
  0: () => flyTo(fitted()),
  "/": () => query.focus(),
  Escape: escape,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target === query;
  const act = (event.target === canvas && onMap[event.key]) || (!typing && anywhere[event.key]);
  if (!act) return;
  event.preventDefault();
  act();
});

element("zoom-in").addEventListener("click", () => zoomMiddle(kZoom * kZoom));
element("zoom-out").addEventListener("click", () => zoomMiddle(1 / kZoom / kZoom));
element("fit").addEventListener("click", () => flyTo(fitted()));

function setLook(look) {
  state.look = look;
  document.documentElement.dataset.look = look;
  const button = element("look");
  button.setAttribute("aria-label", look === "dark" ? "Light look" : "Dark look");
  if (state.picked >= 0) {
    state.focusCard = false;
    fillCard(state.picked);
  }
  repaint();
}
element("look").addEventListener("click", () => setLook(state.look === "dark" ? "light" : "dark"));
if (!raw.look) {
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", (event) => setLook(event.matches ? "light" : "dark"));
}

canvas.setAttribute("aria-label", `${raw.title}: ${counted(size, "person", "people")}, ${counted(people.ties.reduce((a, b) => a + b, 0) / 2, "tie", "ties")}, ${counted(regions.length, "region", "regions")}`);
if (raw.advice) {
  element("advice").textContent = raw.advice;
  element("advice").hidden = false;
}
if (matchMedia("(width <= 42rem)").matches) element("legend").open = false;
addEventListener("resize", resize);
setLook(state.look);
resize();
