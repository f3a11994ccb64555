import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { lockData } from "../../../../infra/local/start/lock.ts";
import { serve } from "../support/serve.ts";

const folder = () => mkdtempSync(path.join(tmpdir(), "lock-"));
const ownedBy = (owner: unknown): string => {
  const dataDir = folder();
  writeFileSync(
    path.join(dataDir, "running.json"),
    typeof owner === "string" ? owner : JSON.stringify(owner),
  );
  return dataDir;
};

describe("the lock on the data folder", () => {
  it("refuses a second cloud and says where the first one is", async () => {
    const other = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    const { origin, stop } = await serve(() => (_, response) => response.end("{}"));
    await expect(lockData(ownedBy({ pid: other.pid, url: origin }))).rejects.toThrow(
      `already runs at ${origin} (process ${other.pid})`,
    );
    await expect(lockData(ownedBy({ pid: other.pid }))).rejects.toThrow("already runs");
    await stop();
    await expect(lockData(ownedBy({ pid: other.pid, url: origin }))).resolves.toBeDefined();
    other.kill();
  });

  it.each([
    ["a process that was killed", { pid: spawnSync(process.execPath, ["-e", ""]).pid }],
    ["a half-written file", '{"pid":'],
  ])("does not care for %s", async (_, owner) => {
    await expect(lockData(ownedBy(owner))).resolves.toBeDefined();
  });

  it("is gone once it is released", async () => {
    const dataDir = folder();
    const { publish, release } = await lockData(dataDir);
    publish("http://127.0.0.1:1");
    release();
    await expect(lockData(dataDir)).resolves.toBeDefined();
  });
});
