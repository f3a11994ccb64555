/** `npm run simulate -- --seeds 1000 [--first 1]`: plays seeds until one breaks an invariant. */
import { parseArgs } from "node:util";
import { type Fault, type FaultKind, faultPlaces } from "./faults.ts";
import { openTestLab } from "./open-test-lab.ts";
import { drawPlan } from "./plan.ts";
import { type Outcome, runPlan } from "./run-plan.ts";
import { firstBroken, shrink } from "./shrink.ts";

const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "100" },
    first: { type: "string", default: "1" },
    /** These and no others: `--only 4,8`. */
    only: { type: "string" },
    parallel: { type: "string", default: "2" },
    hashes: { type: "boolean", default: false },
    trace: { type: "boolean", default: false },
  },
});

const seedsAsked = (): readonly number[] =>
  values.only === undefined
    ? Array.from({ length: Number(values.seeds) }, (_, at) => Number(values.first) + at)
    : values.only.split(",").map(Number);

const faultText = ({ kind, at, times, amount }: Fault): string =>
  `${kind} at ${faultPlaces[kind]} ${at}${times > 1 ? ` and ${times - 1} after` : ""}${amount === 0 ? "" : ` (${amount} ms)`}`;

const tell = ({ plan, broken, trace }: Outcome): void => {
  const [first, ...more] = broken;
  console.log(`\nseed ${plan.seed} breaks: ${first?.invariant}\n  ${first?.why}`);
  if (more.length > 0) console.log(`  and ${more.length} more, such as ${more.at(-1)?.why}`);
  const begun = trace.filter((line) => / operation \d+: /.test(line));
  console.log(`what is left of its plan:\n  ${[...begun, ...plan.faults.map(faultText)].join("\n  ")}`);
};

const addUp = (outcomes: readonly Outcome[]): string => {
  const sums: Partial<Record<FaultKind, number>> = {};
  for (const { injected } of outcomes)
    for (const [kind, count] of Object.entries(injected))
      sums[kind as FaultKind] = (sums[kind as FaultKind] ?? 0) + count;
  return Object.entries(sums)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => `${kind} ${count}`)
    .join(", ");
};

const main = async (): Promise<boolean> => {
  const lab = await openTestLab();
  const waiting = [...seedsAsked()];
  const done: Outcome[] = [];
  const failed: Outcome[] = [];
  const begunAt = performance.now();
  const work = async (): Promise<void> => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const outcome = await runPlan(lab, drawPlan(seed));
      done.push(outcome);
      if (values.hashes) console.log(`hash ${seed} ${outcome.hash}`);
      if (values.trace) console.log(outcome.trace.join("\n"));
      if (done.length % 50 === 0) console.log(`${done.length} seeds, ${failed.length} broken`);
      if (firstBroken(outcome) === undefined) continue;
      failed.push(outcome);
      waiting.length = 0;
    }
  };
  await Promise.all(Array.from({ length: Number(values.parallel) }, work));
  const seconds = (performance.now() - begunAt) / 1000;
  for (const outcome of failed) tell(await shrink(outcome, (plan) => runPlan(lab, plan)));
  console.log(`faults injected: ${addUp(done)}`);
  console.log(
    `${done.length} seeds in ${seconds.toFixed(0)} s (${(seconds / done.length).toFixed(2)} s each), ${failed.length} broken`,
  );
  await lab.close();
  return failed.length === 0;
};

main().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(2);
  },
);
