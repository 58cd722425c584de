// What is being looked at: camera, look, time, what is lit, who is picked; and who wants to know.
const canvas = element("map");
const view = { width: 0, height: 0, ratio: 1 };
const camera = { x: 0, y: 0, k: 1 };  // the middle of the screen on the map, and the scale
const state = {
  look: raw.look ?? (matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"),
  now: monthOf(raw.day ?? 0),  // the month of the slider
  end: monthOf(raw.day ?? 0),
  lit: null,  // {region} or {community}
  picked: -1,
  over: -1,
  generation: 0,  // grows when everything has to be painted anew
};

const listeners = { camera: [], paint: [], pick: [] };
const on = (what, f) => listeners[what].push(f);
const tell = (what) => listeners[what].forEach((f) => f());
function repaint() {
  state.generation++;
  tell("paint");
}

const toScreen = (x, y) => [
  (x - camera.x) * camera.k + view.width / 2,
  (y - camera.y) * camera.k + view.height / 2,
];
const toMap = (x, y) => [
  (x - view.width / 2) / camera.k + camera.x,
  (y - view.height / 2) / camera.k + camera.y,
];

const isThere = (i) => state.now >= state.end || people.since[i] == null || monthOf(people.since[i]) <= state.now;
const isTied = (t) => (state.now >= state.end || ties.since[t] <= state.now) && isThere(ties.a[t]) && isThere(ties.b[t]);
const isLit = (i) =>
  !state.lit ||
  (state.lit.community === undefined ? regionOf(i) === state.lit.region : people.community[i] === state.lit.community);

/** What the panels leave free of the screen. */
function room() {
  const narrow = view.width <= 672;
  if (narrow) return { left: 16, top: 170, right: 16, bottom: 84 };
  return { left: Math.min(300, view.width * 0.3), top: 24, right: 76, bottom: 72 };
}

function clampScale(k) {
  const whole = fitted().k;
  return Math.min(Math.max(k, whole * 0.4), Math.max(12, whole * 2));
}

/** The camera that shows a box in what the panels leave free. */
function fitted(of = box, most = 3) {
  const free = room();
  const width = Math.max(80, view.width - free.left - free.right);
  const height = Math.max(80, view.height - free.top - free.bottom);
  const k = Math.min(most, width / Math.max(1, of.right - of.left), height / Math.max(1, of.bottom - of.top));
  return {
    k,
    x: (of.left + of.right) / 2 - (free.left + width / 2 - view.width / 2) / k,
    y: (of.top + of.bottom) / 2 - (free.top + height / 2 - view.height / 2) / k,
  };
}

let flight = 0;
function land() {
  cancelAnimationFrame(flight);
  flight = 0;
}

/** The middle of the screen stays near the map, so that nobody gets lost beside it. */
function moveTo(x, y, k = camera.k) {
  const near = (v, least, most, beyond) => Math.min(Math.max(v, least - beyond), most + beyond);
  const scale = clampScale(k);
  camera.k = scale;
  camera.x = near(x, box.left, box.right, (view.width * 0.35) / scale);
  camera.y = near(y, box.top, box.bottom, (view.height * 0.35) / scale);
  tell("camera");
}

/** Moves there within half a second, or at once for those who want no motion. */
function flyTo(goal) {
  land();
  const from = { ...camera };
  const to = { ...goal, k: clampScale(goal.k) };
  if (calm.matches || document.hidden) return moveTo(to.x, to.y, to.k);
  const far = Math.hypot(to.x - from.x, to.y - from.y) * Math.min(from.k, to.k);
  const took = Math.min(900, 320 + far * 0.5);
  const start = performance.now();
  const step = (time) => {
    const t = Math.min(1, Math.max(0, (time - start) / took));
    const s = t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
    // In the scale's own measure, so that zooming feels even; the place follows the scale.
    const k = from.k * (to.k / from.k) ** s;
    const share = Math.abs(to.k / from.k - 1) < 1e-3 ? s : (1 / from.k - 1 / k) / (1 / from.k - 1 / to.k);
    Object.assign(camera, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share, k });
    flight = t < 1 ? requestAnimationFrame(step) : 0;
    tell("camera");
  };
  flight = requestAnimationFrame(step);
}

function zoomAt(x, y, factor) {
  land();
  const [mapX, mapY] = toMap(x, y);
  const k = clampScale(camera.k * factor);
  moveTo(mapX - (x - view.width / 2) / k, mapY - (y - view.height / 2) / k, k);
}

function pan(dx, dy) {
  land();
  moveTo(camera.x - dx / camera.k, camera.y - dy / camera.k);
}

/** The box around some people; of many, not around the few who live far off. */
function around(all) {
  let members = all;
  if (all.length > 20) {
    const inner = (values) => {
      const sorted = all.map((i) => values[i]).sort((a, b) => a - b);
      return [sorted[Math.floor(all.length * 0.04)], sorted[Math.ceil(all.length * 0.96) - 1]];
    };
    const [left, right] = inner(people.x);
    const [top, bottom] = inner(people.y);
    members = all.filter((i) => people.x[i] >= left && people.x[i] <= right && people.y[i] >= top && people.y[i] <= bottom);
  }
  const of = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const i of members) {
    of.left = Math.min(of.left, people.x[i] - people.r[i]);
    of.top = Math.min(of.top, people.y[i] - people.r[i]);
    of.right = Math.max(of.right, people.x[i] + people.r[i]);
    of.bottom = Math.max(of.bottom, people.y[i] + people.r[i]);
  }
  return members.length ? of : box;
}

/** Whose dot is under a point of the screen; -1 for nobody. A finger is given more room. */
function personAt(x, y, slack) {
  const [mapX, mapY] = toMap(x, y);
  let best = -1;
  let least = slack / camera.k;
  grid.near(mapX, mapY, largest + least, (i) => {
    if (!isThere(i)) return;
    const far = Math.hypot(people.x[i] - mapX, people.y[i] - mapY) - people.r[i];
    if (far <= least) [best, least] = [i, far];
  });
  return best;
}

function pick(i, { fly = false, focus = false } = {}) {
  state.picked = i;
  state.over = -1;
  state.focusCard = focus;
  if (i >= 0 && state.lit && !isLit(i)) light(null);
  tell("pick");
  if (i < 0) return;
  const free = { ...room() };
  const card = element("card").getBoundingClientRect();
  const [x, y] = toScreen(people.x[i], people.y[i]);
  const covered = x > card.left - 20 && y > card.top - 20 && y < card.bottom + 20;
  if (!fly && !covered) return;
  // On a phone the card lies beneath, else at the right.
  if (card.width > view.width / 2) free.bottom = view.height - card.top;
  else free.right = view.width - card.left;
  const k = fly ? Math.max(camera.k, Math.min(2.2, fitted().k * 6)) : camera.k;
  flyTo({
    k,
    x: people.x[i] - (free.left - free.right) / 2 / k,
    y: people.y[i] - (free.top - free.bottom) / 2 / k,
  });
}

/** Lights up a region or a community; null for everybody. */
function light(lit) {
  state.lit = lit;
  repaint();
}
