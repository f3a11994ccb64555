import { spawnSync } from "node:child_process";
import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { serve } from "../support/serve.ts";

/** Runs npm start's script in a folder that has the project's files but its own data. */
const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
  const folder = mkdtempSync(path.join(tmpdir(), "start-"));
  for (const name of [
    "infra",
    "shared",
    "services",
    "docs",
    "node_modules",
    "cdk.json",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
  ])
    symlinkSync(path.resolve(name), path.join(folder, name));
  return spawnSync(process.execPath, ["--import", "tsx", "infra/local/start.ts", ...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: "utf8",
    timeout: 50_000,
  });
};

describe("npm start", () => {
  it("explains itself", () => {
    const { status, stdout } = start(["--help"]);
    expect(status).toBe(0);
    for (const option of ["--fresh", "--empty", "--port", "--dynamodb-endpoint", "--people"])
      expect(stdout).toContain(option);
  });

  it("refuses a wrong option in one line", () => {
    const { status, stderr } = start(["--prot", "1"]);
    expect(status).toBe(1);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });

  it("says in one line that its port is taken", async () => {
    const { origin, stop } = await serve(() => (_, response) => response.end());
    const { port } = new URL(origin);
    const { status, stderr } = start(["--port", port]);
    await stop();
    expect([status, stderr.trim()]).toEqual([
      1,
      `port ${port} is taken: stop what uses it, or say npm start -- --port ${Number(port) + 1}`,
    ]);
  });

  it("says in one line what to install when Java is missing", () => {
    const { status, stderr } = start(["--port", "0"], { JAVA_HOME: "/nowhere" });
    expect(status).toBe(1);
    expect(
      stderr
        .trim()
        .split("\n")
        .filter((line) => !line.startsWith("npm warn")),
    ).toEqual([expect.stringContaining("Java 17 or newer: install")]);
  });
});
