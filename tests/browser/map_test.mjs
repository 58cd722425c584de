// node map_test.mjs KITH_SAMPLE_MAP SCREENSHOTS: the map's page in a real browser, from disk.
// Opens it, searches, hovers, lights up a region, moves the slider, goes by keyboard; no complaint,
// no request, no serious fault of accessibility; how many frames a second at 5,000 people.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { Browser } from "./browser.mjs";

const [sample, folder] = process.argv.slice(2).map((path) => resolve(path));
if (!folder) {
  console.error("node map_test.mjs KITH_SAMPLE_MAP SCREENSHOTS");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let failed = 0;
function check(what, is) {
  if (!is) failed++;
  console.log(`${is ? "ok  " : "FAIL"} ${what}`);
}

function pageOf(name, ...words) {
  const file = join(folder, `${name}.html`);
  const page = execFileSync(sample, ["html", ...words], { maxBuffer: 1 << 26 });
  writeFileSync(file, page);
  console.log(`     ${name}.html: ${Math.round(page.length / 1024)} KiB`);
  return pathToFileURL(file).href;
}

const text = (page, selector) => page.ask(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? null`);
const hidden = (page, selector) => page.ask(`document.querySelector(${JSON.stringify(selector)}).hidden`);
const active = (page) => page.ask(`(a => a.id || a.title || a.textContent || a.tagName)(document.activeElement)`);
const middleOf = async (page, selector) =>
  JSON.parse(await page.ask(`(({left, top, width, height}) => JSON.stringify([left + width / 2, top + height / 2]))(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`));
const press = async (page, selector) => page.click(...(await middleOf(page, selector)));
/** A number that changes when what the canvas shows does. */
const print = (page) => page.ask(`(c => { const copy = new OffscreenCanvas(c.width, c.height).getContext("2d", { willReadFrequently: true }); copy.drawImage(c, 0, 0); const d = copy.getImageData(0, 0, c.width, c.height).data; let h = 0; for (let i = 0; i < d.length; i += 97) h = (h * 31 + d[i]) | 0; return h; })(document.getElementById("map"))`);

function quiet(page, what, url) {
  check(`${what}: the console is silent ${page.complaints.join("; ")}`, page.complaints.length === 0);
  const others = page.requests.filter((request) => request !== url && !request.startsWith("data:"));
  check(`${what}: nothing is asked for ${others.join(" ")}`, others.length === 0);
}

async function judge(page, what) {
  await page.ask(`${axe}; 0`);
  const found = JSON.parse(await page.ask(`axe.run().then((r) => JSON.stringify(r.violations.map((v) =>
    ({ id: v.id, impact: v.impact, nodes: v.nodes.map((n) => n.html.slice(0, 120) + " " + n.failureSummary) }))))`));
  const grave = found.filter((v) => ["serious", "critical"].includes(v.impact));
  check(`${what}: axe-core finds nothing serious`, grave.length === 0);
  for (const fault of found) console.log(`     ${fault.impact} ${fault.id}: ${fault.nodes.slice(0, 3).join(" | ")}`);
}

/** A place over somebody's dot: found by looking, as a hand would. */
async function someone(page) {
  for (let y = 200; y < 700; y += 9) {
    for (let x = 500; x < 1100; x += 23) {
      await page.mouse("mouseMoved", x, y);
      if (await page.ask(`document.getElementById("map").classList.contains("over")`)) return [x, y];
    }
  }
  return null;
}

async function search(page, what) {
  await page.press("/");
  check("/ goes to the search", (await active(page)) === "query");
  await page.type(what);
  await page.settled(100);
}

async function tryEverything(browser, url) {
  const page = await browser.page({ calm: true });
  await page.open(url);
  await page.shoot(join(folder, "400-dark.png"));

  await search(page, "zoe r");
  const first = await text(page, "#hits li");
  check(`search finds names whatever the accents: ${first}`, first?.startsWith("Zoë R"));
  await page.shoot(join(folder, "400-search.png"));
  await page.press("ArrowDown");
  await page.press("ArrowUp");
  await page.press("Enter");
  await page.settled();
  check("Enter opens the card", !(await hidden(page, "#card")) && (await text(page, "#card h2")) === "Zoë Rossi");
  check("the card takes the focus", (await active(page)) === "card-name");
  check("the card tells of ties", (await text(page, "#card"))?.includes("Closest ties"));
  await page.shoot(join(folder, "400-card.png"));
  await judge(page, "card, dark");
  await page.press("Tab");
  const friend = await page.ask(`document.activeElement.querySelector("span:nth-child(2)")?.textContent ?? null`);
  await page.press("Enter");
  await page.settled();
  check(`a tie leads to the next card: ${friend}`, friend !== null && (await text(page, "#card h2")) === friend);
  await page.press("Escape");
  check("Escape closes the card", await hidden(page, "#card"));
  check("and gives the focus back", (await active(page)) === "query");

  await search(page, "qqqq");
  check("a search for nobody says so", (await text(page, "#hits"))?.includes("Nobody"));
  await page.press("Escape");
  await press(page, "#fit");
  await page.settled();

  const at = await someone(page);
  check("hovering finds somebody", at !== null);
  if (at) {
    check("and shows a small card", !(await hidden(page, "#peek")) && (await text(page, "#peek strong")).length > 2);
    await page.settled(200);
    await page.shoot(join(folder, "400-hover.png"));
    const peeked = await text(page, "#peek strong");
    await page.click(...at);
    check("a click opens the card of the same person", (await text(page, "#card h2")) === peeked);
    await press(page, "#card .close");
    check("its cross closes it", await hidden(page, "#card"));
  }

  await page.mouse("mouseMoved", 20, 880);
  await page.settled();
  const before = await print(page);
  await press(page, "#regions > li:nth-child(2) > button");
  await page.settled(1200);
  check("a region in the legend lights up", (await page.ask(`document.querySelector("#regions > li:nth-child(2) > button").getAttribute("aria-pressed")`)) === "true");
  check("and the picture changes", (await print(page)) !== before);
  await page.shoot(join(folder, "400-region.png"));
  const region = await print(page);
  await press(page, "#regions ul li:first-child button");
  await page.settled(1200);
  check("a community of it lights up alone", (await page.ask(`document.querySelector("#regions ul button").getAttribute("aria-pressed")`)) === "true" && (await print(page)) !== region);
  await press(page, "#regions ul li:first-child button");
  await press(page, "#regions > li:nth-child(2) > button");
  await page.settled(1200);
  check("a second click puts it out", (await print(page)) === before);

  await page.ask(`document.getElementById("when").focus()`);
  for (let i = 0; i < 30; i++) await page.press("ArrowLeft");
  await page.settled(1200);
  const then = await text(page, "#then");
  check(`the slider goes back in time: ${then}`, /^[A-Z][a-z]{2} 20\d\d$/.test(then));
  check("and the picture with it", (await print(page)) !== before);
  check("and says for whom", /people$/.test(await page.ask(`document.getElementById("when").getAttribute("aria-valuetext")`)));
  await page.shoot(join(folder, "400-then.png"));
  for (let i = 0; i < 30; i++) await page.press("ArrowRight");
  check("and comes back", (await text(page, "#then")) === "today");

  await press(page, "#play");
  await page.settled(1500);
  check("it can be watched growing", /^[A-Z][a-z]{2} (19|20)\d\d$/.test(await text(page, "#then")));
  await press(page, "#play");
  const stopped = await text(page, "#then");
  await page.settled(400);
  check(`and stops: ${stopped}`, (await text(page, "#then")) === stopped);
  await page.ask(`(w => { w.value = w.max; w.dispatchEvent(new Event("input")); })(document.getElementById("when"))`);
  await page.mouse("mouseMoved", 720, 450);
  await page.settled();
  const still = await print(page);
  await page.mouse("mouseWheel", 720, 450, { deltaX: 0, deltaY: -400 });
  await page.settled();
  check("the wheel zooms", (await print(page)) !== still);
  await press(page, "#fit");
  await page.mouse("mouseMoved", 20, 880);

  await page.ask(`document.getElementById("map").focus()`);
  await page.settled();
  const rested = await print(page);
  await page.press("ArrowLeft");
  await page.press("+");
  await page.settled();
  check("arrows and + move the map", (await print(page)) !== rested);
  await page.press("Enter");
  check("Enter on the map picks the nearest", !(await hidden(page, "#card")));
  await page.press("Escape");
  check("and Escape goes back to the map", (await active(page)) === "map");
  await page.press("0");
  await page.settled();
  check("0 shows everybody", (await print(page)) === rested);

  await press(page, "#everybody > summary");
  await page.settled(200);
  await page.ask(`document.querySelector("#people details summary").click()`);
  await page.settled(200);
  const listed = await page.ask(`document.querySelectorAll("#people li").length`);
  check(`everybody is in a list, region by region: ${listed}`, listed > 10 && listed < 400);
  await judge(page, "list, dark");
  await page.shoot(join(folder, "400-list.png"));
  const name = await page.ask(`document.querySelector("#people li button").firstChild.textContent`);
  await page.ask(`document.querySelector("#people li button").click()`);
  check("and leads to the card", (await text(page, "#card h2")) === name);
  await page.press("Escape");
  await press(page, "#everybody > summary");

  await press(page, "#look");
  await press(page, "#fit");
  await page.mouse("mouseMoved", 20, 880);
  await page.settled(1200);
  check("the look can be changed", (await page.ask(`document.documentElement.dataset.look`)) === "light");
  await page.shoot(join(folder, "400-light.png"));
  await judge(page, "light");
  await page.look("dark", true);
  quiet(page, "a long visit", url);
  await page.close();
}

async function tabThrough(browser, url) {
  const page = await browser.page();
  await page.open(url);
  const stops = [];
  for (let i = 0; i < 9; i++) {
    await page.press("Tab");
    stops.push(await active(page));
  }
  check(`Tab goes from the map to search and legend: ${stops.slice(0, 4).join(", ")}`, stops[0] === "map" && stops[1] === "query");
  check("the focus can be seen", (await page.ask(`getComputedStyle(document.activeElement).outlineStyle`)) !== "none");
  await page.close();
}

async function onAPhone(browser, url) {
  const page = await browser.page({ width: 390, height: 844, touch: true, ratio: 2, look: "light" });
  await page.open(url);
  await page.settled();
  check("a page follows its reader's look", (await page.ask(`document.documentElement.dataset.look`)) === "light");
  check("nothing is wider than a phone", await page.ask(`document.documentElement.scrollWidth <= 390`));
  await page.shoot(join(folder, "phone-light.png"));
  await judge(page, "phone, light");
  const whole = await print(page);
  const fingers = (far) => [{ x: 195 - far, y: 420, id: 0 }, { x: 195 + far, y: 420, id: 1 }];
  await page.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: fingers(30) });
  for (let far = 34; far < 90; far += 8) await page.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: fingers(far) });
  await page.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await page.settled(900);
  check("two fingers zoom", (await print(page)) !== whole);
  check("and open no card", await hidden(page, "#card"));
  await page.shoot(join(folder, "phone-near.png"));
  let card = false;
  for (let y = 330; y < 620 && !card; y += 45) {
    for (let x = 50; x < 340 && !card; x += 60) {
      await page.settled(350);  // or two taps are a double one, and zoom
      await page.tap(x, y);
      card = !(await hidden(page, "#card"));
    }
  }
  check("a tap opens a card", card);
  await page.settled(900);
  await page.shoot(join(folder, "phone-card.png"));
  await judge(page, "phone, card");
  await page.close();
}

/** Frames a second while a hand drags the map about for `ms`. */
async function frames(page, ms) {
  await page.ask(`window.frameTimes = []; window.ticking ??= (function tick(t) { window.frameTimes.push(t); requestAnimationFrame(tick); return true; })(performance.now()); 0`);
  const start = Date.now();
  await page.mouse("mousePressed", 720, 450, { button: "left", buttons: 1, clickCount: 1 });
  for (let now = 0; now < ms; now = Date.now() - start) {
    const turn = now / 450;
    await page.mouse("mouseMoved", 720 + 330 * Math.sin(turn), 450 + 190 * Math.sin(turn * 1.7), { button: "left", buttons: 1 });
    await page.settled(6);
  }
  await page.mouse("mouseReleased", 720, 450, { button: "left", clickCount: 1 });
  const times = JSON.parse(await page.ask(`JSON.stringify(window.frameTimes)`));
  const gaps = times.slice(1).map((t, i) => t - times[i]).sort((a, b) => a - b);
  const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
  return { rate: 1000 / mean, slow: gaps[Math.floor(gaps.length * 0.95)], worst: gaps.at(-1) };
}

async function many(browser, url) {
  const page = await browser.page();
  await page.open(url);
  const [timing] = JSON.parse(await page.ask(`JSON.stringify(performance.getEntriesByType("navigation"))`));
  console.log(`     5,000 people: ready after ${timing.domContentLoadedEventEnd.toFixed(0)} ms`);
  await page.settled(2500);
  await page.shoot(join(folder, "5000-dark.png"));
  for (const [what, zooms] of [["all of it", 0], ["near", 4]]) {
    for (let i = 0; i < zooms; i++) await page.press("+");
    await page.settled(1500);
    const { rate, slow, worst } = await frames(page, 4000);
    console.log(`     5,000 people, ${what}: ${rate.toFixed(0)} frames a second; 95 % within ${slow.toFixed(0)} ms, worst ${worst.toFixed(0)} ms`);
    check("panning is fluid", rate >= 20);
  }
  await page.settled(1500);
  await page.shoot(join(folder, "5000-near.png"));
  await page.press("0");
  await page.look("light");
  await page.settled(2500);
  await page.shoot(join(folder, "5000-light.png"));
  await judge(page, "5,000 people");
  quiet(page, "5,000 people", url);
  await page.close();
}

async function corners(browser) {
  for (const [name, words] of [["hostile", ["60", "--hostile"]], ["anonymous", ["300", "--anonymous"]],
    ["nobody", ["0"]], ["one", ["1"]], ["strangers", ["7", "0"]]]) {
    const url = pageOf(name, ...words);
    const page = await browser.page();
    await page.open(url);
    await page.shoot(join(folder, `${name}.png`));
    if (name === "hostile") {
      await search(page, "<img src=x");
      await page.press("Enter");
      await page.settled();
      check("a name of markup is a name", (await text(page, "#card h2")) === "<img src=x onerror=alert(1)>");
      check("and nothing else", (await page.ask(`document.images.length + document.querySelectorAll("main script").length`)) === 0);
      await page.shoot(join(folder, "hostile-card.png"));
    }
    if (name === "anonymous") check("who is anonymous cannot be searched", await hidden(page, "#search"));
    if (["nobody", "one", "strangers"].includes(name)) check(`${name}: a sentence helps`, !(await hidden(page, "#advice")));
    await judge(page, name);
    quiet(page, name, url);
    await page.close();
  }
}

async function withoutScripts(browser, url) {
  const page = await browser.page({ scripts: false });
  await page.open(url);
  await page.shoot(join(folder, "no-script.png"));
  quiet(page, "without scripts", url);
  await page.close();
}

const browser = await Browser.start();
try {
  const url = pageOf("400", "400");
  await tryEverything(browser, url);
  await tabThrough(browser, url);
  await onAPhone(browser, url);
  await withoutScripts(browser, url);
  await corners(browser);
  await many(browser, pageOf("5000", "5000", "13"));
} finally {
  await browser.stop();
}
console.log(failed ? `${failed} failed` : "all is well");
process.exit(failed ? 1 : 0);
