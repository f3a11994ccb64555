import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";

const source = path.resolve("test/infra/local/fixture-app");
const cache = path.resolve("node_modules/.cache/fixture-assembly");

const fingerprint = (): string => {
  const hash = createHash("sha256").update(readFileSync("package-lock.json"));
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const file of files.map((entry) => path.join(entry.parentPath, entry.name)).sort())
    hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 20);
};

/** The fixture's cloud assembly; synthesized again only when its source has changed. */
export const synthesizeFixture = (): string => {
  const directory = path.join(cache, fingerprint());
  if (existsSync(directory)) return directory;
  rmSync(cache, { recursive: true, force: true });
  mkdirSync(cache, { recursive: true });
  const draft = `${directory}.${process.pid}`;
  const made = spawnSync(process.execPath, ["--import", "tsx", path.join(source, "app.ts")], {
    env: { ...process.env, CDK_OUTDIR: draft, CDK_VALIDATION: "false" },
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(`the fixture cannot be synthesized:\n${made.stderr}`);
  // Another test file may have been faster.
  if (existsSync(directory)) rmSync(draft, { recursive: true });
  else renameSync(draft, directory);
  return directory;
};
