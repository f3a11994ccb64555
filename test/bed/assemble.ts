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

/** The portal's files count only where they are built in: all other tests keep their assembly when a page changes. */
const isPortal = (file: string): boolean => file.startsWith(path.join("services", "portal"));

const fingerprint = (withPortal: boolean): string => {
  const hash = createHash("sha256").update(String(withPortal));
  const files = sources.flatMap(filesIn).filter((file) => withPortal || !isPortal(file));
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 20);
};

const synthesize = (directory: string, withPortal: boolean): Promise<void> =>
  new Promise((resolve, reject) => {
    const command = [
      "--import",
      "tsx",
      "test/bed/synthesize.ts",
      directory,
      ...(withPortal ? ["portal"] : []),
    ];
    const child = spawn(process.execPath, command, {
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

/** The product's cloud assembly; made anew only when a source has changed. The portal is in it on demand: it takes as long to build as the rest. Answers its directory. */
export const assemble = async ({ withPortal = false } = {}): Promise<string> => {
  const directory = path.join(cache, fingerprint(withPortal));
  if (!existsSync(directory)) {
    mkdirSync(cache, { recursive: true });
    const draft = `${directory}.${process.pid}`;
    await synthesize(draft, withPortal);
    // Another run may have been faster with the same content.
    if (existsSync(directory)) rmSync(draft, { recursive: true });
    else renameSync(draft, directory);
    forgetOld();
  }
  return path.join(directory, "cdk.out");
};
