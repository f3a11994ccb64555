import { readFileSync } from "node:fs";
import { answerCase } from "./answer-case.ts";

/**
 * `npm run --silent business-time -- FILE`: answers a JSON array of business-time cases (or the object that
 * holds them as `cases`) with a JSON array of results in the same order, and prints nothing else.
 *
 * A result has the form of the case's `expected`. A due-date case (one with a `target`) gives
 * `{ due, paused_working_seconds, escalation }`, each also under the name of its expectation (`expected_due`
 * and so on). A case that cannot be computed gives `{ "error": "..." }` in its place. The exit code is 0
 * unless the file itself cannot be read.
 */
const casesOf = (file: string): readonly unknown[] => {
  const content = JSON.parse(readFileSync(file, "utf8")) as unknown;
  if (Array.isArray(content)) return content;
  const { cases } = (content ?? {}) as { readonly cases?: unknown };
  if (Array.isArray(cases)) return cases;
  throw new Error("The file holds no array of cases");
};

const [file] = process.argv.slice(2);
try {
  if (file === undefined) throw new Error("Name a file: npm run --silent business-time -- FILE");
  process.stdout.write(`${JSON.stringify(casesOf(file).map(answerCase))}\n`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
