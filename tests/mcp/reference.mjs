// kith mcp, spoken to by the reference client of the protocol.
//   node reference.mjs KITH          exit 77 (skipped) where the client is not installed: npm ci --prefix tests/mcp
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

let Client, StdioClientTransport;
try {
  ({ Client } = await import("@modelcontextprotocol/sdk/client/index.js"));
  ({ StdioClientTransport } = await import("@modelcontextprotocol/sdk/client/stdio.js"));
} catch (error) {
  if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
  console.log("skipped: npm ci --prefix tests/mcp installs the reference client");
  process.exit(77);
}

const kith = resolve(process.argv[2]);
const home = mkdtempSync(join(tmpdir(), "kith-mcp-"));
const env = { HOME: home, PATH: process.env.PATH, TZ: "UTC", KITH_NOW: "2026-03-20" };

async function connected(...options) {
  const client = new Client({ name: "kith-tests", version: "1.0.0" });
  await client.connect(new StdioClientTransport({ command: kith, args: ["mcp", ...options], env }));
  return client;
}

const document = (result) => JSON.parse(result.content[0].text);

try {
  execFileSync(kith, ["-q", "add", "Ada Lovelace", "--every", "10d"], { env });
  execFileSync(kith, ["-q", "log", "tea with Ada Lovelace on 2026-01-05"], { env });

  const reader = await connected();
  assert.equal(reader.getServerVersion().name, "kith");
  assert.match(reader.getInstructions(), /private/);
  await reader.ping();
  const { tools } = await reader.listTools();
  assert.ok(tools.length >= 6);
  assert.ok(tools.every((tool) => tool.annotations.readOnlyHint));
  const due = await reader.callTool({ name: "due", arguments: {} });
  assert.equal(due.isError, false);
  assert.equal(due.structuredContent.items[0].person.name, "Ada Lovelace");
  const nobody = await reader.callTool({ name: "show", arguments: { person: "nobody" } });
  assert.equal(nobody.isError, true);
  assert.equal(nobody.structuredContent.error.kind, "not_found");
  await assert.rejects(reader.callTool({ name: "note", arguments: { person: "ada", text: "x" } }), /only reads/);
  await assert.rejects(reader.callTool({ name: "nonsense" }), /unknown tool/);
  await assert.rejects(reader.listResources(), /resources/);

  const writer = await connected("--write");
  const logged = await writer.callTool({ name: "log", arguments: { text: "coffee with Ada, send her the book by friday" } });
  assert.equal(document(logged).interaction.people[0].name, "Ada Lovelace");
  const promise = document(logged).follow_ups[0];
  await writer.callTool({ name: "done", arguments: { id: [promise.id] } });
  const shown = await reader.callTool({ name: "show", arguments: { person: "ada" } });
  assert.equal(shown.structuredContent.interactions.length, 2, "the reader sees what the writer wrote");
  assert.equal(shown.structuredContent.follow_ups.length, 0);
  await writer.callTool({ name: "undo", arguments: { n: 2 } });
  const after = await reader.callTool({ name: "timeline", arguments: {} });
  assert.equal(after.structuredContent.items.length, 1);
  // Many at once: each gets its own answer.
  const many = await Promise.all(
    Array.from({ length: 30 }, (_, i) => reader.callTool({ name: "find", arguments: { text: i % 2 ? "tea" : "nothing" } })));
  many.forEach((found, i) => assert.equal(found.structuredContent.items.length, i % 2));
  await reader.close();
  await writer.close();
  console.log(`${tools.length} tools that read, ${(await connectedTools()).length} in all`);
} finally {
  rmSync(home, { recursive: true, force: true });
}

async function connectedTools() {
  const client = await connected("--write");
  const { tools } = await client.listTools();
  await client.close();
  return tools;
}
