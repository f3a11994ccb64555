import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";

const sources = [
  "services",
  "shared",
  "infra/aws",
  "test/bed/synthesize.ts",
  "docs/generated/openapi.json",
  "cdk.json",
  "package-lock.json",
];
const cache = path.resolve("node_modules/.cache/steward-assembly");
/** Runs of other working copies may still use the older ones. */
const kept = 4;

const filesIn = (source: string): readonly string[] =>
  statSync(source).isFile()
    ? [source]
    : readdirSync(source, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .toSorted();

const fingerprint = (): string => {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesIn)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 20);
};

const synthesize = (directory: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "test/bed/synthesize.ts", directory], {
      env: { ...process.env, CDK_VALIDATION: "false" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`Synthesis failed:\n${output}`)),
    );
  });

const forgetOld = (): void => {
  const byAge = readdirSync(cache)
    .map((name) => ({ name, at: statSync(path.join(cache, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at);
  for (const { name } of byAge.slice(kept)) rmSync(path.join(cache, name), { recursive: true, force: true });
};

/** The product's cloud assembly; made anew only when a source has changed. Answers its directory. */
export const assemble = async (): Promise<string> => {
  const directory = path.join(cache, fingerprint());
  if (!existsSync(directory)) {
    mkdirSync(cache, { recursive: true });
    const draft = `${directory}.${process.pid}`;
    await synthesize(draft);
    // Another run may have been faster with the same content.
    if (existsSync(directory)) rmSync(draft, { recursive: true });
    else renameSync(draft, directory);
    forgetOld();
  }
  return path.join(directory, "cdk.out");
};
