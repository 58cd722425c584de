// node shoot.mjs PAGE.html OUT.png [phone] [light] [SCRIPT]: a look at one page.
import { pathToFileURL } from "node:url";

import { Browser } from "./browser.mjs";

const [file, out, ...words] = process.argv.slice(2);
const phone = words.includes("phone");
const browser = await Browser.start();
const page = await browser.page({
  ...(phone ? { width: 390, height: 844, touch: true, ratio: 2 } : {}),
  look: words.includes("light") ? "light" : "dark",
});
await page.open(pathToFileURL(file).href);
await page.settled(2500);
const script = words.find((word) => !["phone", "light"].includes(word));
if (script) {
  await page.ask(script);
  await page.settled(2500);
}
await page.shoot(out);
console.log(page.complaints, page.requests.map((url) => url.slice(0, 80)));
await browser.stop();
