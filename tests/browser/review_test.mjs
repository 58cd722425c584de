// node review_test.mjs KITH OUT: the page of `kith review` in a real browser: by day, by night, on a
// phone and on paper, of a quiet year, of a full one and of one with hostile names. Screenshots to look
// at go to OUT.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { Browser } from "./browser.mjs";

const [kith, out] = [resolve(process.argv[2]), resolve(process.argv[3])];
mkdirSync(out, { recursive: true });
const home = mkdtempSync(join(tmpdir(), "kith-review-"));
let failed = 0;
const check = (good, what) => {
  if (!good) {
    failed += 1;
    console.error(`wrong: ${what}`);
  }
};

function run(db, ...words) {
  const env = { HOME: home, PATH: process.env.PATH, TZ: "UTC", KITH_NOW: "2026-11-20", KITH_DB: join(home, db) };
  const result = spawnSync(kith, ["--yes", "--quiet", ...words], { env, encoding: "utf8" });
  check(result.status === 0, `${words.join(" ")}: ${result.stderr}`);
  return result.stdout;
}

function page(name, db, ...words) {
  const file = join(home, `${name}.html`);
  run(db, "review", ...words, "--format", "html", "-o", file);
  return pathToFileURL(file).href;
}

run("full.db", "demo", "--people", "150", "--seed", "3");
run("large.db", "demo", "--people", "1500", "--seed", "4");
run("quiet.db", "add", "Ana Lim");
for (const name of ["<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "</style><h1>FORGED</h1>", "مريم \u202eevil",
                    "W".repeat(190), "佐藤 花子"]) {
  run("hostile.db", "add", "--", name);
  run("hostile.db", "log", "--with", name, "--on", "yesterday", "--at", "</p><b>place</b>", "--", "coffee");
}

const pages = {
  year: page("year", "full.db", "year"), month: page("month", "full.db", "month"), week: page("week", "full.db", "week"),
  large: page("large", "large.db", "year"), quiet: page("quiet", "quiet.db", "year"),
  hostile: page("hostile", "hostile.db", "year"),
};
const sizes = {
  light: { width: 1280, height: 900, look: "light" }, dark: { width: 1280, height: 900, look: "dark" },
  phone: { width: 390, height: 844, look: "light", touch: true },
};
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await Browser.start();
try {
  for (const [name, url] of Object.entries(pages)) {
    for (const [look, size] of Object.entries(sizes)) {
      const tab = await browser.page(size);
      await tab.open(url);
      check(tab.complaints.length === 0, `${name} ${look}: ${tab.complaints}`);
      check(tab.requests.every((one) => one === url), `${name} ${look} asks for ${tab.requests}`);
      const wide = await tab.ask("document.documentElement.scrollWidth - document.documentElement.clientWidth");
      check(wide <= 0, `${name} ${look} is ${wide} pixels too wide`);
      check(await tab.ask("document.querySelectorAll('h1').length") === 1, `${name} ${look}: a forged heading`);
      check(await tab.ask("document.querySelectorAll('script, img, b, a, iframe').length") === 0, `${name} ${look}: markup from data`);
      await tab.ask(axe + ";0");
      const { violations } = await tab.ask("axe.run().then(({ violations }) => ({ violations: violations.map((one) => one.id + ' ' + one.nodes[0].html.slice(0, 90)) }))");
      check(violations.length === 0, `${name} ${look}: axe: ${violations.join("; ")}`);
      const height = Math.min(await tab.ask("document.documentElement.scrollHeight"), 6000);
      await tab.send("Emulation.setDeviceMetricsOverride", { width: size.width, height, deviceScaleFactor: 1, mobile: !!size.touch });
      await tab.shoot(join(out, `review-${name}-${look}.png`));
      await tab.close();
    }
  }
  const paper = await browser.page({ width: 800, height: 1100, look: "dark" });
  await paper.open(pages.year);
  const { data } = await paper.send("Page.printToPDF", { printBackground: true, preferCSSPageSize: true });
  writeFileSync(join(out, "review-year.pdf"), Buffer.from(data, "base64"));
  await paper.send("Emulation.setEmulatedMedia", { media: "print", features: [{ name: "prefers-color-scheme", value: "dark" }] });
  check(await paper.ask("getComputedStyle(document.body).backgroundColor") === "rgb(255, 255, 255)", "paper is not white");
} finally {
  await browser.stop();
  rmSync(home, { recursive: true, force: true });
}
console.log(failed === 0 ? "the page of a review is sound" : `${failed} failures`);
process.exit(failed === 0 ? 0 : 1);
