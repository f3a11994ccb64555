/** `npm run soak -- --minutes 10 [--seed N] [--callers N] [--json FILE]`: load while things are killed. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { reportText } from "./report.ts";
import { runSoak } from "./run-soak.ts";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
    callers: { type: "string", default: "8" },
    json: { type: "string" },
  },
});

const above0 = (name: string, text: string): number => {
  const value = Number(text);
  if (value > 0) return value;
  throw new Error(`--${name} is a number above 0`);
};

const main = async (): Promise<boolean> => {
  const report = await runSoak({
    minutes: above0("minutes", values.minutes),
    seed: above0("seed", values.seed),
    callers: above0("callers", values.callers),
    progress: (text) => console.error(text),
  });
  console.log(reportText(report));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  return report.passed;
};

// So that what belongs to the run ends with it.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
main().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  },
);
