import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { incompatibilities } from "../shared/events/compatibility.ts";
import { type Documents, isFrozen } from "./documents.ts";

/** How what is stored differs from what the declarations say. */
export type Comparison = {
  /** Missing, outdated or no longer generated: writing anew mends it. */
  readonly stale: readonly string[];
  /** Promises broken, one line each: only a new version of the event mends it. */
  readonly broken: readonly string[];
};

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    : [];

/** Compares the documents with the files of a folder. */
export const compare = (documents: Documents, folder: string): Comparison => {
  const stored = new Map(
    filesIn(folder).map((file) => [file, readFileSync(path.join(folder, file), "utf8")]),
  );
  const files = [...new Set([...documents.keys(), ...stored.keys()])].toSorted();
  const brokenIn = (file: string): readonly string[] => {
    const [before, now] = [stored.get(file), documents.get(file)];
    if (!isFrozen(file) || before === undefined) return [];
    if (now === undefined) return [`${file}: a published event version is no longer declared`];
    return incompatibilities(JSON.parse(before), JSON.parse(now)).map((reason) => `${file}: ${reason}`);
  };
  return {
    stale: files.filter((file) => stored.get(file) !== documents.get(file)),
    broken: files.flatMap(brokenIn),
  };
};
