// Putting a frame together: the layers as they are, what is picked, the labels; then a little work
// on the layers that are to come.
const detail = new Layer();    // what the screen shows and some way around it
const overview = new Layer();  // all of the map, for what the detail does not reach yet
const kAround = 0.3;           // how far the detail reaches over the screen, on each side
const kMostPixels = 9e6;
const kOverviewSize = 1400;
const kWorkMs = 7;
const kFadeMs = 240;
let lastMove = 0;
let framed = 0;

const stale = (layer) => !layer.shot || layer.shot.generation !== state.generation;

function wanted() {
  const width = Math.ceil(view.width * (1 + 2 * kAround));
  const height = Math.ceil(view.height * (1 + 2 * kAround));
  const ratio = Math.min(view.ratio, Math.sqrt(kMostPixels / (width * height)));
  return { ...camera, width, height, ratio, generation: state.generation };
}

function overviewShot() {
  const width = box.right - box.left + 160;
  const height = box.bottom - box.top + 160;
  const k = kOverviewSize / Math.max(width, height);
  return {
    x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, k,
    width: width * k, height: height * k, ratio: 1, generation: state.generation,
  };
}

/** Begins what is needed most, and goes on with it for a while. True if there is more. */
function paintSome() {
  const asked = detail.next;
  const outdated = detail.job && asked.generation !== state.generation;
  const { shot } = detail;
  const needed =
    stale(detail) || Math.abs(shot.k / camera.k - 1) > 1e-6 || shot.viewWidth !== view.width ||
    (detail.margin() < kAround * 0.3 * Math.min(view.width, view.height) && !detail.covers());
  if (outdated || (!detail.job && needed)) {
    detail.begin({ ...wanted(), viewWidth: view.width });
  }
  const until = performance.now() + kWorkMs;
  if (detail.work(until)) return true;
  if (stale(overview) && (!overview.job || overview.next.generation !== state.generation)) {
    overview.begin(overviewShot());
  }
  return overview.work(until) || stale(detail);
}

/** What is new comes as what was there goes. True while it does. */
function drawLayer(ctx, layer) {
  if (!layer.shot) return false;
  const share = layer.old ? Math.min(1, (performance.now() - layer.old.since) / kFadeMs) : 1;
  const alpha = ctx.globalAlpha;
  if (share < 1) {
    ctx.globalAlpha = alpha * (1 - share);
    ctx.drawImage(layer.old.canvas, ...layer.rect(layer.old.shot));
  } else {
    layer.old = null;
  }
  ctx.globalAlpha = alpha * share;
  ctx.drawImage(layer.canvas, ...layer.rect());
  ctx.globalAlpha = alpha;
  return share < 1;
}

/** The ties of one person, over everything else. */
function drawTiesOf(ctx, i) {
  const { ratio } = view;
  const scale = camera.k * ratio;
  ctx.save();
  ctx.setTransform(scale, 0, 0, scale, (view.width / 2 - camera.x * camera.k) * ratio, (view.height / 2 - camera.y * camera.k) * ratio);
  const theirs = Array.from(tiesOf(i)).filter(isTied);
  ctx.lineCap = "round";
  for (const t of theirs) {
    const friend = other(t, i);
    ctx.globalAlpha = 0.8;
    ctx.strokeStyle = colourOf(communityOf(friend));
    ctx.lineWidth = (0.8 + Math.min(2.2, Math.sqrt(ties.weight[t] / 150))) / camera.k;
    ctx.beginPath();
    traceTie(ctx, t);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  for (const who of [...theirs.map((t) => other(t, i)), i]) {
    const r = Math.max(people.r[who], 2.5 / camera.k);
    ctx.fillStyle = colourOf(communityOf(who));
    ctx.beginPath();
    ctx.arc(people.x[who], people.y[who], r, 0, 7);
    ctx.fill();
  }
  ctx.strokeStyle = inkColour();
  ctx.lineWidth = 2 / camera.k;
  ctx.beginPath();
  ctx.arc(people.x[i], people.y[i], Math.max(people.r[i], 2.5 / camera.k) + 3.5 / camera.k, 0, 7);
  ctx.stroke();
  ctx.restore();
}

function drawYou(ctx) {
  if (!raw.you) return;
  const [x, y] = toScreen(...raw.you);
  ctx.fillStyle = ctx.strokeStyle = inkColour();
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.arc(x, y, 4, 0, 7);
  ctx.fill();
  ctx.beginPath();
  ctx.arc(x, y, 8, 0, 7);
  ctx.stroke();
}

function draw() {
  const ctx = canvas.getContext("2d");
  const { ratio } = view;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, view.width, view.height);
  const one = state.over >= 0 ? state.over : state.picked;
  ctx.globalAlpha = one < 0 ? 1 : state.over >= 0 ? 0.5 : 0.36;
  if (overview.shot && (!detail.shot || !detail.covers())) {
    ctx.save();
    if (detail.shot) {
      ctx.beginPath();
      ctx.rect(0, 0, view.width, view.height);
      ctx.rect(...detail.rect());
      ctx.clip("evenodd");
    }
    drawLayer(ctx, overview);
    ctx.restore();
  }
  if (drawLayer(ctx, detail)) setTimeout(invalidate);
  ctx.globalAlpha = 1;
  if (one >= 0) drawTiesOf(ctx, one);
  drawYou(ctx);
  drawLabels(ctx);
}

function frame(time) {
  framed = 0;
  const more = paintSome();
  const waiting = labelSome(time - lastMove);
  draw();
  if (more || waiting) invalidate();
}

function invalidate() {
  framed ||= requestAnimationFrame(frame);
}

function resize() {
  const wasFitted = !view.width || Math.abs(camera.k / fitted().k - 1) < 1e-3;
  view.width = canvas.clientWidth;
  view.height = canvas.clientHeight;
  view.ratio = Math.min(2, devicePixelRatio || 1);
  canvas.width = Math.round(view.width * view.ratio);
  canvas.height = Math.round(view.height * view.ratio);
  if (wasFitted) Object.assign(camera, fitted());
  repaint();
}

on("camera", () => {
  lastMove = performance.now();
  invalidate();
});
on("paint", invalidate);
on("pick", invalidate);
