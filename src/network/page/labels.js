// Labels: regions when far, communities when nearer, people as there is room, the most central
// first. Placed when the camera rests, drawn into a bitmap of their own, moved along while it moves.
const labels = { canvas: document.createElement("canvas"), shot: null, one: -1, taken: null };
const kFont = 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';
/// One label for so many pixels of the screen, or for so many people who can be seen.
const kPixelsALabel = 15000;
const kPeopleALabel = 6;
const kLongestLabel = 30;
const kRestMs = 90;

const segments = typeof Intl.Segmenter === "function" ? new Intl.Segmenter() : null;
const shortNames = new Map();
function shortName(text) {
  if (text.length <= kLongestLabel) return text;
  if (!shortNames.has(text)) {
    const parts = segments ? Array.from(segments.segment(text), (s) => s.segment) : Array.from(text);
    shortNames.set(text, parts.length <= kLongestLabel ? text : parts.slice(0, kLongestLabel - 1).join("") + "…");
  }
  return shortNames.get(text);
}

/** Rectangles that are taken, found by the cells of a coarse grid. */
class Taken {
  constructor() {
    this.cells = new Map();
  }
  visit([left, top, right, bottom], f) {
    for (let x = left >> 6; x <= right >> 6; x++) {
      for (let y = top >> 5; y <= bottom >> 5; y++) {
        if (f(x * 4096 + y)) return true;
      }
    }
    return false;
  }
  isFree(rect) {
    const [left, top, right, bottom] = rect;
    return !this.visit(rect, (key) =>
      this.cells.get(key)?.some((r) => r[0] < right && r[2] > left && r[1] < bottom && r[3] > top));
  }
  take(rect) {
    this.visit(rect, (key) => {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(rect);
      return false;
    });
  }
}

const kAroundLabel = 5;
const kScattered = 55;

/** Puts a label at the first of some places that is free and returns whether there was one. */
function put(ctx, taken, text, places, height, paint) {
  const width = ctx.measureText(text).width;
  for (const [x, y] of places(width)) {
    const rect = [x - kAroundLabel, y - height / 2 - 2, x + width + kAroundLabel, y + height / 2 + 2].map(Math.round);
    if (taken.isFree(rect)) {
      taken.take(rect);
      ctx.strokeText(text, x, y);
      paint?.();
      ctx.fillText(text, x, y);
      return true;
    }
  }
  return false;
}

function labelPlaces(ctx, taken, places, size, weight, least, toSheet) {
  ctx.font = `${weight} ${size}px ${kFont}`;
  const alpha = ctx.globalAlpha;
  for (const at of places) {
    const members = at.members.filter(isThere);
    if (members.length < least || at.quiet || regions[at.region]?.quiet) continue;
    const lit = !state.lit || (at.region === undefined ? state.lit.region === at.index
      : state.lit.region === at.region && (state.lit.community ?? at.index) === at.index);
    ctx.globalAlpha = lit ? alpha : alpha * 0.25;
    const core = at.core ?? at;
    const [x, y] = toSheet(core.x, core.y);
    const up = core.spread * camera.k * 1.5 + size * 0.7;
    ctx.fillStyle = mixed(colourOf(at));
    // Above a cluster; in the middle of those who lie far apart, where above is nobody.
    const rows = core.spread * camera.k < kScattered ? [y - up, y, y + up] : [y, y - up, y + up];
    put(ctx, taken, shortName(at.name), (w) => rows.map((row) => [x - w / 2, row]), size * 1.3);
  }
  ctx.globalAlpha = alpha;
}

/** A colour moved half way to the ink: to be read rather than seen. */
function mixed(colour) {
  const part = (hex, at) => parseInt(hex.slice(at, at + 2), 16);
  const ink = inkColour();
  const both = [1, 3, 5].map((at) => Math.round(part(colour, at) * 0.45 + part(ink.length === 7 ? ink : "#888888", at) * 0.55));
  return `rgb(${both.join(" ")})`;
}

function placeLabels(one) {
  const shot = wanted();
  const { canvas: sheet } = labels;
  sheet.width = Math.round(shot.width * shot.ratio);
  sheet.height = Math.round(shot.height * shot.ratio);
  const ctx = sheet.getContext("2d");
  ctx.setTransform(shot.ratio, 0, 0, shot.ratio, 0, 0);
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.strokeStyle = paperColour();
  const toSheet = (x, y) => [(x - shot.x) * shot.k + shot.width / 2, (y - shot.y) * shot.k + shot.height / 2];
  const taken = new Taken();
  const aside = [(shot.width - view.width) / 2, (shot.height - view.height) / 2];
  for (const id of ["side", "tools", "time", "card"]) {
    for (const panel of id === "side" ? element(id).children : [element(id)]) {
      const { left, top, right, bottom } = panel.getBoundingClientRect();
      if (right > left) taken.take([left + aside[0], top + aside[1], right + aside[0], bottom + aside[1]].map(Math.round));
    }
  }
  // Nor over the edge of the screen, where half of it could not be read.
  const [left, top, right, bottom] = [aside[0], aside[1], aside[0] + view.width, aside[1] + view.height].map(Math.round);
  for (const x of [left, right]) taken.take([x - 1, top, x + 1, bottom]);
  for (const y of [top, bottom]) taken.take([left, y - 1, right, y + 1]);
  if (one >= 0) labelAround(ctx, taken, one, toSheet);
  const far = camera.k / fitted().k;
  const zoomed = one >= 0 ? 0.35 : 1;
  ctx.globalAlpha = zoomed;
  ctx.lineWidth = 4.5;
  const narrow = view.width <= 672;
  if (far < 2.6 && regions.length > 1) {
    // From afar only what is worth a name; the nearer, the smaller.
    const least = Math.max(2, (size * 0.008) / Math.max(1, far) ** 2);
    labelPlaces(ctx, taken, regions, narrow ? 14 : 17, 650, least, toSheet);
  }
  if (far >= 2.6 && far < 9) labelPlaces(ctx, taken, communities, 14, 600, far < 4 ? 8 : 3, toSheet);
  if (one < 0) labelPeople(ctx, taken, toSheet, shot);
  Object.assign(labels, { shot: { ...shot, look: state.look }, one, taken });
}

function labelPerson(ctx, taken, i, toSheet, forced) {
  const [x, y] = toSheet(people.x[i], people.y[i]);
  const r = Math.max(people.r[i] * camera.k, 1.5) + 4;
  const places = (w) => {
    const all = [[x - w / 2, y + r + 6], [x + r, y], [x - r - w, y], [x - w / 2, y - r - 6]];
    return forced ? [...all, [x - w / 2, y + r + 22], [x - w / 2, y - r - 22]] : all;
  };
  return put(ctx, taken, shortName(nameOf(i)), places, 14) && taken.take([x - r, y - r, x + r, y + r].map(Math.round)) === undefined;
}

function labelPeople(ctx, taken, toSheet, shot) {
  if (raw.anonymous) return;
  ctx.font = `500 12px ${kFont}`;
  ctx.lineWidth = 3.2;
  ctx.fillStyle = inkColour();
  const canSee = people.order.reduce((n, i) => {
    const [x, y] = toSheet(people.x[i], people.y[i]);
    return n + (x > 0 && y > 0 && x < shot.width && y < shot.height);
  }, 0);
  const far = Math.min(3, Math.max(1, camera.k / fitted().k));
  const pixels = kPixelsALabel * (2.6 - 0.6 * far);
  let left = Math.min((shot.width * shot.height) / pixels, 25 + canSee / kPeopleALabel);
  let tried = 0;
  for (const i of people.order) {
    const [x, y] = toSheet(people.x[i], people.y[i]);
    if (x < 0 || y < 0 || x > shot.width || y > shot.height || !isThere(i)) continue;
    if (state.lit ? !isLit(i) : far < 2 && !people.ties[i] && ties.count) continue;
    if (labelPerson(ctx, taken, i, toSheet) && --left <= 0) break;
    if (++tried > 1500) break;
  }
}

/** The one who is picked, and the strongest of their ties. */
function labelAround(ctx, taken, one, toSheet) {
  ctx.lineWidth = 4;
  ctx.fillStyle = inkColour();
  ctx.font = `650 15px ${kFont}`;
  labelPerson(ctx, taken, one, toSheet, true);
  if (raw.anonymous) return;
  ctx.font = `500 12px ${kFont}`;
  ctx.lineWidth = 3.2;
  for (const t of strongest(one).filter(isTied).slice(0, 40)) {
    labelPerson(ctx, taken, other(t, one), toSheet);
  }
}

/** Places labels anew where that is called for; true if it has to wait for the camera to rest. */
function labelSome(rested) {
  const one = state.over >= 0 ? state.over : state.picked;
  const { shot } = labels;
  const changed = !shot || shot.generation !== state.generation || labels.one !== one || shot.look !== state.look;
  const moved = shot && (shot.k !== camera.k || shot.x !== camera.x || shot.y !== camera.y);
  if (!changed && !moved) return false;
  const stretched = shot && Math.abs(Math.log(camera.k / shot.k)) > 0.4;
  if (!changed && !stretched && rested < kRestMs) return true;
  placeLabels(one);
  return false;
}

function drawLabels(ctx) {
  const { shot, canvas: sheet } = labels;
  if (!shot) return;
  const scale = camera.k / shot.k;
  const [x, y] = toScreen(shot.x, shot.y);
  ctx.drawImage(sheet, x - (shot.width * scale) / 2, y - (shot.height * scale) / 2, shot.width * scale, shot.height * scale);
}
