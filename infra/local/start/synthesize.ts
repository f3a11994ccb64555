import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartFailure } from "./options.ts";

/** Everything the template is made from. */
const sources = ["services", "shared", "infra", "docs/generated", "cdk.json", "package-lock.json"];

const filesIn = (source: string): readonly string[] => {
  if (!existsSync(source)) return [];
  if (statSync(source).isFile()) return [source];
  return readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
};

const hashOfSources = (): string => {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesIn))
    hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex");
};

/** Validation costs ten seconds and is done before a deployment; here the local cloud's own checks follow. */
const runCdk = (output: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const bin = path.resolve("node_modules/.bin");
    // The app's own command (cdk.json) is found there too, whether npm started this or not.
    const PATH = `${bin}${path.delimiter}${process.env.PATH ?? ""}`;
    const child = spawn(path.join(bin, "cdk"), ["synth", "--quiet", "--output", output], {
      env: { ...process.env, PATH, CDK_VALIDATION: "false" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
    child.once("error", (error) =>
      reject(new StartFailure(`cdk cannot be run (${error.message}): run "npm ci" first`)),
    );
    child.once("exit", (code) =>
      code === 0
        ? resolve()
        : reject(
            new StartFailure(`the app cannot be synthesized; "npm run synth" shows this:\n${text.trim()}`),
          ),
    );
  });

/** Gives the directory of an up-to-date cloud assembly; synthesizes only when a source has changed. */
export const synthesize = async (dataDir: string): Promise<string> => {
  const output = path.join(dataDir, "cdk.out");
  const stamp = path.join(dataDir, "synth-hash");
  const hash = hashOfSources();
  const isCurrent =
    existsSync(path.join(output, "manifest.json")) &&
    existsSync(stamp) &&
    readFileSync(stamp, "utf8") === hash;
  if (!isCurrent) {
    rmSync(output, { recursive: true, force: true });
    await runCdk(output);
    writeFileSync(stamp, hash);
  }
  return output;
};
