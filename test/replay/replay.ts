import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { deskTerms, serviceLevels } from "./checks/service-levels.ts";
import { decideLog } from "./decide-log.ts";
import type { SeenIncident } from "./life.ts";
import { readLog } from "./log.ts";
import { progressBar } from "./progress-bar.ts";
import { checkText, reportText } from "./report.ts";
import { runReplay } from "./run-replay.ts";

const usage = `npm run replay -- <log.csv.gz> [--limit N] [--url http://127.0.0.1:8080] [--concurrency N] [--json FILE] | --decisions

Drives a running system through a real desk's audit log, one API call per logged step, with the clock moved to
the logged times. Without --url it starts a local cloud of its own on a fresh database.

With --decisions no system runs: each row is decided on by the product's decisions under the desk's agreements, with
what the schedules do when they next come, and the service levels are compared with what the history alone gives.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: "string" },
    url: { type: "string" },
    concurrency: { type: "string", default: "8" },
    json: { type: "string" },
    decisions: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

const positive = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} is a number of at least 1`);
};

/** The whole log in a minute or two: what the running system would decide, without a system. */
const decisions = (file: string, limit: number | undefined): number => {
  const begun = performance.now();
  const lives = readLog(file, limit).map((logged) => decideLog(logged, deskTerms));
  const problems = lives.flatMap((life) => life.problems);
  const check = serviceLevels({
    final: new Map(lives.map(({ incident }) => [incident?.id ?? "", incident as unknown as SeenIncident])),
    histories: new Map(lives.map(({ incident, entries }) => [incident?.id ?? "", entries])),
  });
  const entries = lives.reduce((sum, life) => sum + life.entries.length, 0);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${lives.length} incidents, ${entries} history entries, ${problems.length} rows decided otherwise, ${seconds} s`,
  );
  for (const problem of problems.slice(0, 20)) console.log(`     wrong: ${problem}`);
  console.log(checkText(check, 7).join("\n"));
  return problems.length === 0 && check.passed ? 0 : 1;
};

const main = async (): Promise<number> => {
  const [file] = positionals;
  if (values.help || file === undefined) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  if (!existsSync(file)) throw new Error(`${file} does not exist`);
  if (values.decisions) return decisions(file, positive("limit", values.limit));
  const report = await runReplay({
    file,
    limit: positive("limit", values.limit),
    url: values.url,
    concurrency: positive("concurrency", values.concurrency) ?? 8,
    progress: progressBar(process.stderr),
  });
  console.log(reportText(report));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  return report.passed ? 0 : 1;
};

// So that what belongs to the run ends with it.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
