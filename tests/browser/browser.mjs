// A headless Chromium over a pipe, by the DevTools protocol: as much of it as the tests need.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const kKeys = {
  Enter: [13, "Enter", "\r"], Escape: [27, "Escape"], Tab: [9, "Tab"], Space: [32, "Space", " "],
  ArrowLeft: [37, "ArrowLeft"], ArrowUp: [38, "ArrowUp"], ArrowRight: [39, "ArrowRight"], ArrowDown: [40, "ArrowDown"],
};

export class Browser {
  static async start(program = process.env.CHROMIUM || "chromium") {
    const browser = new Browser();
    browser.profile = mkdtempSync(join(tmpdir(), "kith-browser-"));
    const options = [
      "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--disable-extensions", "--disable-gpu",
      "--disable-background-networking", "--disable-component-update", "--disable-sync", "--mute-audio",
      "--hide-scrollbars", "--force-color-profile=srgb", `--user-data-dir=${browser.profile}`,
    ];
    if (process.getuid?.() === 0) options.push("--no-sandbox");  // Chromium refuses it to root
    browser.process = spawn(program, options, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    browser.process.on("error", (error) => browser.#end(error));
    browser.process.on("exit", () => browser.#end(new Error("the browser has ended")));
    const [, , , input, output] = browser.process.stdio;
    browser.input = input;
    let rest = "";
    output.setEncoding("utf8");
    output.on("data", (text) => {
      const parts = (rest + text).split("\0");
      rest = parts.pop();
      parts.forEach((part) => browser.#heard(JSON.parse(part)));
    });
    return browser;
  }

  waiting = new Map();
  listeners = [];
  last = 0;

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.last;
    this.input.write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject, method }));
  }

  #heard(message) {
    const asked = this.waiting.get(message.id);
    if (!asked) return this.listeners.forEach((f) => f(message));
    this.waiting.delete(message.id);
    if (message.error) asked.reject(new Error(`${asked.method}: ${message.error.message}`));
    else asked.resolve(message.result);
  }

  #end(error) {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  async page(size) {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, sessionId, targetId);
    await page.prepare(size);
    return page;
  }

  async stop() {
    const ended = new Promise((resolve) => this.process.on("exit", resolve));
    await this.send("Browser.close").catch(() => {});
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

export class Page {
  constructor(browser, session, target) {
    Object.assign(this, { browser, session, target, complaints: [], requests: [] });
    browser.listeners.push((message) => message.sessionId === session && this.#heard(message));
  }

  send(method, params) {
    return this.browser.send(method, params, this.session);
  }

  #heard({ method, params }) {
    if (method === "Runtime.exceptionThrown") this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === "Runtime.consoleAPICalled" && ["error", "warning", "assert"].includes(params.type)) {
      this.complaints.push(params.args.map((a) => a.value ?? a.description).join(" "));
    }
    if (method === "Log.entryAdded" && params.entry.level !== "verbose") this.complaints.push(params.entry.text);
    if (method === "Network.requestWillBeSent") this.requests.push(params.request.url);
    if (method === "Page.javascriptDialogOpening") {
      this.complaints.push(`a dialog: ${params.message}`);
      this.send("Page.handleJavaScriptDialog", { accept: true });
    }
    if (method === "Page.loadEventFired") this.loaded?.();
  }

  async prepare({ width = 1440, height = 900, look = "dark", touch = false, calm = false, ratio = 1, scripts = true } = {}) {
    for (const domain of ["Page", "Runtime", "Log", "Network"]) await this.send(`${domain}.enable`);
    await this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: ratio, mobile: touch });
    await this.send("Emulation.setTouchEmulationEnabled", { enabled: touch });
    await this.send("Emulation.setScriptExecutionDisabled", { value: !scripts });
    await this.look(look, calm);
  }

  look(look, calm = false) {
    const features = [
      { name: "prefers-color-scheme", value: look },
      { name: "prefers-reduced-motion", value: calm ? "reduce" : "no-preference" },
    ];
    return this.send("Emulation.setEmulatedMedia", { features });
  }

  async open(url) {
    const loaded = new Promise((resolve) => (this.loaded = resolve));
    await this.send("Page.navigate", { url });
    await loaded;
    await this.settled();
  }

  /** The value of an expression in the page; a promise is awaited. */
  async ask(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Until the page has had time to paint what it still had to. */
  settled(ms = 700) {
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  async press(key, { shift = false } = {}) {
    const [code, name, text] = kKeys[key] ?? [key.toUpperCase().charCodeAt(0), `Key${key.toUpperCase()}`, key];
    const event = { key: key === "Space" ? " " : key, code: name, windowsVirtualKeyCode: code, modifiers: shift ? 8 : 0 };
    await this.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", text, ...event });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
  }

  async type(text) {
    await this.send("Input.insertText", { text });
  }

  mouse(type, x, y, more = {}) {
    return this.send("Input.dispatchMouseEvent", { type, x, y, ...more });
  }

  async click(x, y) {
    await this.mouse("mouseMoved", x, y);
    await this.mouse("mousePressed", x, y, { button: "left", buttons: 1, clickCount: 1 });
    await this.mouse("mouseReleased", x, y, { button: "left", clickCount: 1 });
  }

  async drag(from, to, steps = 20) {
    await this.mouse("mousePressed", ...from, { button: "left", buttons: 1, clickCount: 1 });
    for (let i = 1; i <= steps; i++) {
      const at = [0, 1].map((axis) => from[axis] + ((to[axis] - from[axis]) * i) / steps);
      await this.mouse("mouseMoved", ...at, { button: "left", buttons: 1 });
    }
    await this.mouse("mouseReleased", ...to, { button: "left", clickCount: 1 });
  }

  async tap(x, y) {
    await this.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    await this.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  }

  async shoot(file) {
    const { data } = await this.send("Page.captureScreenshot", { format: "png" });
    writeFileSync(file, Buffer.from(data, "base64"));
  }

  close() {
    return this.browser.send("Target.closeTarget", { targetId: this.target });
  }
}
