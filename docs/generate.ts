/**
 * Writes docs/generated from the services' declarations; with `--check` only says (exit code 1) what is not
 * as it should be. An event version that was never released may be given up by deleting its file first.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { services } from "../services/index.ts";
import { compare } from "./compare.ts";
import { documentsOf } from "./documents.ts";

const folder = path.join(import.meta.dirname, "generated");
const documents = documentsOf(services);
const { stale, broken } = compare(documents, folder);

const write = (file: string): void => {
  const target = path.join(folder, file);
  const text = documents.get(file);
  mkdirSync(path.dirname(target), { recursive: true });
  if (text === undefined) rmSync(target);
  else writeFileSync(target, text);
};

if (broken.length > 0) {
  console.error(
    `Published events were changed; declare a new version beside the old one:\n${broken.join("\n")}`,
  );
  process.exitCode = 1;
} else if (!process.argv.includes("--check")) {
  stale.forEach(write);
  console.log(stale.length > 0 ? `Written: ${stale.join(", ")}` : "Nothing has changed");
} else if (stale.length > 0) {
  console.error(`Run "npm run docs"; stale: ${stale.join(", ")}`);
  process.exitCode = 1;
}
