import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

const root = resolve(process.cwd(), "../shared/data");

/** Data made by others, kept next to the repository; undefined (with a warning) where it is absent. */
export const referenceData = <T>(path: string): T | undefined => {
  const file = resolve(root, path);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as T;
  console.warn(`skipped: ${file} is absent`);
  return undefined;
};
