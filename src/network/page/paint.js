// Painting the map into layers, a few milliseconds at a time, so that nothing ever waits for it:
// while the camera moves, the layers that are there are shifted and stretched.
const styles = getComputedStyle(document.documentElement);
const paperColour = () => styles.getPropertyValue("--paper").trim();
const inkColour = () => styles.getPropertyValue("--ink").trim();
const colourOf = (at) => at[state.look];
const neutral = () => (state.look === "dark" ? "#b9c3d8" : "#8a90a0");

/** A soft spot of light of one colour, drawn once and stretched ever after. */
const spots = new Map();
function spot(colour) {
  if (!spots.has(colour)) {
    const made = document.createElement("canvas");
    made.width = made.height = 64;
    const ctx = made.getContext("2d");
    const light = ctx.createRadialGradient(32, 32, 0, 32, 32, 32);
    const stops = [[0, "ff"], [0.12, "8c"], [0.3, "48"], [0.55, "1a"], [0.8, "07"], [1, "00"]];
    for (const [at, alpha] of stops) light.addColorStop(at, colour + alpha);
    ctx.fillStyle = light;
    ctx.fillRect(0, 0, 64, 64);
    spots.set(colour, made);
  }
  return spots.get(colour);
}

const kTiesInAPath = 48;
const kDotsInAPath = 150;
/** The smallest radius on the screen, in pixels: smaller ones would not be seen. */
const kLeastRadius = 1.3;

/** Fainter the more there are: a picture of many ties is no more filled than one of few. */
const tieAlpha = (strength) =>
  Math.min(1, (state.look === "dark" ? 0.5 : 0.55) * Math.min(1, (900 / (ties.count + 1)) ** 0.36) * [0.6, 1, 1.5][strength]);

function* paintGlow(ctx, seen, k) {
  // Neither adds up to plain white, or black, where people are many.
  ctx.globalCompositeOperation = state.look === "dark" ? "screen" : "multiply";
  const reach = state.look === "dark" ? 5.5 : 5;
  const strength = state.look === "dark" ? 0.3 : 0.13;
  let n = 0;
  for (const place of communities) {
    const sprite = spot(colourOf(place));
    for (const i of place.members) {
      if (!seen(people.x[i], people.y[i], 60) || !isThere(i)) continue;
      ctx.globalAlpha = isLit(i) ? strength : strength * 0.12;
      const r = Math.max(people.r[i], kLeastRadius / k) * reach;
      ctx.drawImage(sprite, people.x[i] - r, people.y[i] - r, 2 * r, 2 * r);
      if (++n % 60 === 0) yield;
    }
  }
}

function* paintTies(ctx, seenBetween, k) {
  ctx.globalCompositeOperation = "source-over";
  const thin = Math.min(2.2, Math.max(0.55, Math.sqrt(k)));
  for (const group of tieGroups) {
    ctx.strokeStyle = group.region < 0 ? neutral() : colourOf(regions[group.region]);
    ctx.lineWidth = (thin * [0.7, 0.9, 1.25][group.strength]) / k;
    const alpha = tieAlpha(group.strength) * (group.region < 0 ? 0.5 : 1);
    // Lit ones after the others: two passes over the same ties.
    for (const lit of state.lit ? [0, 1] : [2]) {
      ctx.globalAlpha = Math.min(1, lit === 0 ? alpha * 0.12 : lit === 1 ? alpha * 1.5 : alpha);
      let n = 0;
      for (const t of group.ties) {
        if (lit < 2 && lit !== +(isLit(ties.a[t]) && isLit(ties.b[t]))) continue;
        if (!seenBetween(ties.a[t], ties.b[t]) || !isTied(t)) continue;
        if (n === 0) ctx.beginPath();
        traceTie(ctx, t);
        if (++n === kTiesInAPath) {
          ctx.stroke();
          n = 0;
          yield;
        }
      }
      if (n) ctx.stroke();
      yield;
    }
  }
}

function* paintDots(ctx, seen, k) {
  ctx.globalCompositeOperation = "source-over";
  for (const place of communities) {
    ctx.fillStyle = colourOf(place);
    let n = 0;
    let lit = true;
    const fill = () => {
      ctx.globalAlpha = lit ? 1 : 0.16;
      if (n) ctx.fill();
      n = 0;
    };
    for (const i of place.members) {
      if (!seen(people.x[i], people.y[i], people.r[i]) || !isThere(i)) continue;
      if (n && lit !== isLit(i)) fill();
      lit = isLit(i);
      if (n === 0) ctx.beginPath();
      const r = Math.max(people.r[i], kLeastRadius / k);
      ctx.moveTo(people.x[i] + r, people.y[i]);
      ctx.arc(people.x[i], people.y[i], r, 0, 7);
      if (++n === kDotsInAPath) {
        fill();
        yield;
      }
    }
    fill();
  }
  ctx.strokeStyle = inkColour();
  for (let i = 0; i < size; i++) {
    if (!people.bridge[i] || !isThere(i) || !seen(people.x[i], people.y[i], people.r[i] * 2)) continue;
    ctx.globalAlpha = isLit(i) ? 0.9 : 0.15;
    ctx.lineWidth = 1.3 / k;
    ctx.beginPath();
    ctx.arc(people.x[i], people.y[i], Math.max(people.r[i], kLeastRadius / k) + 2.4 / k, 0, 7);
    ctx.stroke();
  }
}

/** A part of the map as a bitmap: `x`, `y` are its middle, `k` its scale, all as of a camera. */
class Layer {
  constructor() {
    this.canvas = document.createElement("canvas");
    this.spare = document.createElement("canvas");
    this.shot = null;  // what the canvas shows: {x, y, k, width, height, generation}
    this.job = null;
    this.next = null;
    this.old = null;  // what was there before something changed, while it fades: {canvas, shot, since}
  }

  begin(shot) {
    this.next = shot;
    this.old = null;
    const { canvas: done, spare } = this;
    spare.width = Math.round(shot.width * shot.ratio);
    spare.height = Math.round(shot.height * shot.ratio);
    const ctx = spare.getContext("2d");
    const scale = shot.k * shot.ratio;
    ctx.setTransform(scale, 0, 0, scale, spare.width / 2 - shot.x * scale, spare.height / 2 - shot.y * scale);
    const halfX = shot.width / 2 / shot.k;
    const halfY = shot.height / 2 / shot.k;
    const seen = (x, y, r) => Math.abs(x - shot.x) < halfX + r && Math.abs(y - shot.y) < halfY + r;
    const seenBetween = (a, b) => {
      const left = Math.min(people.x[a], people.x[b]) - shot.x;
      const right = Math.max(people.x[a], people.x[b]) - shot.x;
      const top = Math.min(people.y[a], people.y[b]) - shot.y;
      const bottom = Math.max(people.y[a], people.y[b]) - shot.y;
      return left < halfX && right > -halfX && top < halfY && bottom > -halfY;
    };
    const layer = this;
    this.job = (function* () {
      yield* paintGlow(ctx, seen, shot.k);
      yield* paintTies(ctx, seenBetween, shot.k);
      yield* paintDots(ctx, seen, shot.k);
      layer.canvas = spare;
      layer.spare = done;
      const changed = layer.shot && layer.shot.generation !== shot.generation;
      if (changed && !calm.matches) layer.old = { canvas: done, shot: layer.shot, since: performance.now() };
      layer.shot = shot;
    })();
  }

  /** Paints until `deadline`; true if there is more to do. */
  work(deadline) {
    while (this.job && performance.now() < deadline) {
      if (this.job.next().done) this.job = null;
    }
    return this.job !== null;
  }

  /** Where the layer, or what it was before, lies on the screen now. */
  rect({ x, y, k, width, height } = this.shot) {
    const scale = camera.k / k;
    const [middleX, middleY] = toScreen(x, y);
    return [middleX - (width * scale) / 2, middleY - (height * scale) / 2, width * scale, height * scale];
  }

  /** How far it reaches over the screen on its shortest side, in pixels. */
  margin() {
    const [left, top, width, height] = this.rect();
    return Math.min(-left, -top, left + width - view.width, top + height - view.height);
  }

  /** True if all of the map that can be seen is in it. */
  covers() {
    const [left, top, width, height] = this.rect();
    const [boxLeft, boxTop] = toScreen(box.left, box.top);
    const [boxRight, boxBottom] = toScreen(box.right, box.bottom);
    return left <= Math.max(0, boxLeft) && top <= Math.max(0, boxTop) &&
      left + width >= Math.min(view.width, boxRight) && top + height >= Math.min(view.height, boxBottom);
  }
}
