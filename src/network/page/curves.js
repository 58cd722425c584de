// How a tie runs: a gentle bow inside a community; between two of them it joins the other ties that
// go the same way, so that they read as one stream. src/network/tie_curve.cpp draws the same.
const kBow = 0.16;
const kStream = 0.72;

function traceTie(ctx, t) {
  const a = ties.a[t];
  const b = ties.b[t];
  const ax = people.x[a];
  const ay = people.y[a];
  const bx = people.x[b];
  const by = people.y[b];
  ctx.moveTo(ax, ay);
  if (people.community[a] === people.community[b]) {
    const bow = (a + b) & 1 ? kBow : -kBow;
    ctx.quadraticCurveTo((ax + bx) / 2 - (by - ay) * bow, (ay + by) / 2 + (bx - ax) * bow, bx, by);
    return;
  }
  const from = communityOf(a);
  const to = communityOf(b);
  const bow = from.index < to.index ? kBow : -kBow;
  const sideX = -(to.y - from.y) * bow;
  const sideY = (to.x - from.x) * bow;
  const mix = (own, shared) => own * (1 - kStream) + shared * kStream;
  ctx.bezierCurveTo(
    mix((2 * ax + bx) / 3, (2 * from.x + to.x) / 3 + sideX), mix((2 * ay + by) / 3, (2 * from.y + to.y) / 3 + sideY),
    mix((ax + 2 * bx) / 3, (from.x + 2 * to.x) / 3 + sideX), mix((ay + 2 * by) / 3, (from.y + 2 * to.y) / 3 + sideY),
    bx, by);
}

// Ties in the order in which they are drawn: those of one colour and strength together, so that
// many of them are one path; faint ones first.
const tieGroups = [];
{
  const sorted = Array.from(ties.weight).sort((a, b) => a - b);
  const quantile = (share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const strong = [quantile(0.7), quantile(0.95)];
  const groups = new Map();
  for (let t = 0; t < ties.count; t++) {
    const from = regionOf(ties.a[t]);
    const region = from === regionOf(ties.b[t]) ? from : -1;
    const strength = (ties.weight[t] > strong[0]) + (ties.weight[t] > strong[1]);
    const key = strength * 1000 + region;
    if (!groups.has(key)) groups.set(key, { region, strength, ties: [] });
    groups.get(key).ties.push(t);
  }
  tieGroups.push(...groups.values());
  tieGroups.sort((s, t) => s.strength - t.strength || s.region - t.region);
}
