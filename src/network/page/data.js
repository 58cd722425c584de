// What the page knows: the embedded columns, unpacked, and what can be asked of them.
const raw = JSON.parse(document.getElementById("kith-data").textContent);
const element = (id) => document.getElementById(id);
const calm = matchMedia("(prefers-reduced-motion: reduce)");

/** A new element; `text` is always text, never markup. */
function make(tag, className = "", text = "") {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

const size = raw.people.x.length;
const tenths = (column) => Float32Array.from(column, (value) => value / 10);
const people = {
  x: tenths(raw.people.x),
  y: tenths(raw.people.y),
  r: tenths(raw.people.r),
  community: Uint32Array.from(raw.people.community),
  order: Uint32Array.from({ length: size }, (_, i) => i).sort(
    (a, b) => raw.people.order[a] - raw.people.order[b]),
  ties: raw.people.ties,
  bridge: raw.people.bridge,
  since: raw.people.since,
  last: raw.people.last ?? [],
};

const place = ([name, dark, light, count, region], index) =>
  ({ index, name, dark, light, count, region, x: 0, y: 0, spread: 0 });
const regions = raw.regions.map(([name, dark, light, count, quiet], index) =>
  ({ ...place([name, dark, light, count], index), quiet: quiet === 1 }));
const communities = raw.communities.map(place);
const regionOf = (i) => communities[people.community[i]].region;
const communityOf = (i) => communities[people.community[i]];

const nameOf = (i) => (raw.anonymous ? `Somebody in ${communityOf(i).name}` : raw.people.name[i]);
const word = (column, i) => (raw.anonymous ? "" : raw.people.words[raw.people[column][i]]);
const workOf = (i) => [word("org", i), word("city", i)].filter(Boolean).join(" · ");

// The middle of each place, and how far it reaches: medians, so that a stray one moves nothing.
{
  const median = (values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 0;
  const settle = (places, indexOf) => {
    const members = places.map(() => []);
    for (let i = 0; i < size; i++) members[indexOf(i)].push(i);
    places.forEach((at, p) => {
      at.members = members[p];
      at.x = median(at.members.map((i) => people.x[i]));
      at.y = median(at.members.map((i) => people.y[i]));
      at.spread = median(at.members.map((i) => Math.hypot(people.x[i] - at.x, people.y[i] - at.y)));
    });
  };
  settle(regions, regionOf);
  settle(communities, (i) => people.community[i]);
  // A region is called out where one of its larger communities lies, not in a gap between two.
  regions.forEach((region) => {
    const inside = communities.filter((c) => c.region === region.index && c.members.length);
    const large = Math.max(0, ...inside.map((c) => c.members.length)) / 2;
    const far = (c) => Math.hypot(c.x - region.x, c.y - region.y);
    region.core = inside.filter((c) => c.members.length >= large).sort((a, b) => far(a) - far(b))[0] ?? region;
  });
}

const box = { left: 0, top: 0, right: 0, bottom: 0 };
{
  const edge = (side, f, pick) => {
    for (let i = 0; i < size; i++) box[side] = i ? pick(box[side], f(i)) : f(i);
  };
  edge("left", (i) => people.x[i] - people.r[i], Math.min);
  edge("top", (i) => people.y[i] - people.r[i], Math.min);
  edge("right", (i) => people.x[i] + people.r[i], Math.max);
  edge("bottom", (i) => people.y[i] + people.r[i], Math.max);
}

const ties = {
  count: raw.ties.a.length,
  a: new Uint32Array(raw.ties.a.length),
  b: Uint32Array.from(raw.ties.b),
  weight: raw.ties.weight,
  since: raw.ties.since,
  grounds: raw.ties.grounds,
};
// For each person the ties they are in, side by side in one array.
const tieStarts = new Uint32Array(size + 1);
const tieList = new Uint32Array(2 * ties.count);
{
  let a = 0;
  raw.ties.a.forEach((step, t) => (ties.a[t] = a += step));
  for (let t = 0; t < ties.count; t++) {
    tieStarts[ties.a[t] + 1]++;
    tieStarts[ties.b[t] + 1]++;
  }
  for (let i = 0; i < size; i++) tieStarts[i + 1] += tieStarts[i];
  const next = tieStarts.slice();
  for (let t = 0; t < ties.count; t++) {
    tieList[next[ties.a[t]]++] = t;
    tieList[next[ties.b[t]]++] = t;
  }
}
const tiesOf = (i) => tieList.subarray(tieStarts[i], tieStarts[i + 1]);
const other = (t, i) => (ties.a[t] === i ? ties.b[t] : ties.a[t]);
/** The strongest ties of a person first. */
const strongest = (i) => Array.from(tiesOf(i)).sort((s, t) => ties.weight[t] - ties.weight[s]);

const kGrounds = ["linked", "introduced", "seen together", "same organisation"];
const groundOf = (t) => kGrounds[Math.max(0, 31 - Math.clz32(ties.grounds[t] & -ties.grounds[t]))];

// Days since 1970 and months since the year 0, and how people say them.
const dateOf = (day) => new Date(day * 864e5);
const monthOf = (day) => dateOf(day).getUTCFullYear() * 12 + dateOf(day).getUTCMonth();
const spoken = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...options });
const dayText = spoken({ day: "numeric", month: "short", year: "numeric" });
const monthText = spoken({ month: "short", year: "numeric" });
const sayDay = (day) => dayText.format(dateOf(day));
const sayMonth = (month) => monthText.format(new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)));
const counted = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

function ago(day) {
  const days = raw.day - day;
  if (days < 0) return "";
  if (days === 0) return "today";
  if (days === 1) return "yesterday";
  if (days < 60) return `${days} days ago`;
  if (days < 730) return `${Math.round(days / 30.4)} months ago`;
  return `${Math.round(days / 365.25)} years ago`;
}

/** Text for comparing: no case, no accents. */
const kPlain = { ł: "l", đ: "d", ø: "o", æ: "ae", œ: "oe", ð: "d", þ: "th", ı: "i", ħ: "h", ŧ: "t", ŋ: "n", ß: "ss" };
const fold = (text) =>
  text.normalize("NFKD").toLowerCase().replace(/(?<=[\p{sc=Latn}\p{sc=Grek}\p{sc=Cyrl}])\p{M}+/gu, "")
    .replace(/[łđøæœðþıħŧŋß]/g, (c) => kPlain[c]).normalize("NFC").trim();

/** A grid over the map for "who is at this place?". */
const grid = {
  cell: Math.max(8, Math.sqrt(((box.right - box.left) * (box.bottom - box.top)) / (size / 3 + 1))),
  cells: new Map(),
  key(x, y) {
    return Math.floor(x / this.cell) * 65536 + Math.floor(y / this.cell);
  },
  /** Calls `f` with everybody whose dot may lie within `reach` of a point. */
  near(x, y, reach, f) {
    const from = (v) => Math.floor((v - reach) / this.cell);
    const to = (v) => Math.floor((v + reach) / this.cell);
    for (let column = from(x); column <= to(x); column++) {
      for (let row = from(y); row <= to(y); row++) {
        this.cells.get(column * 65536 + row)?.forEach(f);
      }
    }
  },
};
for (let i = 0; i < size; i++) {
  const key = grid.key(people.x[i], people.y[i]);
  if (!grid.cells.has(key)) grid.cells.set(key, []);
  grid.cells.get(key).push(i);
}
const largest = people.r.reduce((a, b) => Math.max(a, b), 1);
