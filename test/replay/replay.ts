import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { progressBar } from "./progress-bar.ts";
import { reportText } from "./report.ts";
import { runReplay } from "./run-replay.ts";

const usage = `npm run replay -- <log.csv.gz> [--limit N] [--url http://127.0.0.1:8080] [--concurrency N] [--json FILE]

Drives a running system through a real desk's audit log, one API call per logged step, with the clock moved to
the logged times. Without --url it starts a local cloud of its own on a fresh database.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    limit: { type: "string" },
    url: { type: "string" },
    concurrency: { type: "string", default: "8" },
    json: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

const positive = (name: string, text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} is a number of at least 1`);
};

const main = async (): Promise<number> => {
  const [file] = positionals;
  if (values.help || file === undefined) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  if (!existsSync(file)) throw new Error(`${file} does not exist`);
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
