/**
 * `npm run simulate -- --seeds 1000 [--first 1]` plays seeds until one breaks an invariant, and says what the
 * least is that breaks it. `--only 4,8` plays these, `--minutes 10` as many as fit. `--crashes` ends every function at each of its calls.
 * `--plan <plan>` plays one plan, `--compare` asks DynamoDB Local everything, too. `--variants [name]` looks for the deliberately broken
 * variants of the product; `--keep` writes down the plans that found them, which `npm test` plays first.
 */
import { parseArgs } from "node:util";
import { type Crew, openCrew } from "./crew/crew.ts";
import { findVariants } from "./find-variants.ts";
import type { Plan } from "./plan.ts";
import { playCrashes } from "./play-crashes.ts";
import { explain, plansOf, playAll } from "./play-seeds.ts";
import { figures, unreached } from "./report.ts";
import { variants } from "./variants.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** For crashes: how many calm runs are searched for calls. */
    seeds: { type: "string", default: "100" },
    first: { type: "string", default: "1" },
    only: { type: "string" },
    /** A plan as text, such as is printed when a seed breaks something. */
    plan: { type: "string" },
    /** Against DynamoDB Local, too: whatever it answers otherwise than the model of it ends the run. */
    compare: { type: "boolean", default: false },
    /** No run begins after so long. */
    minutes: { type: "string", default: "600" },
    crashes: { type: "boolean", default: false },
    variants: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
    /** Processes; a core each is best. */
    processes: { type: "string", default: "2" },
    hashes: { type: "boolean", default: false },
    trace: { type: "boolean", default: false },
  },
});

const seedsAsked = (): readonly number[] =>
  values.only === undefined
    ? Array.from({ length: Number(values.seeds) }, (_, at) => Number(values.first) + at)
    : values.only.split(",").map(Number);

const plans: readonly Plan[] = values.plan === undefined ? plansOf(seedsAsked()) : [JSON.parse(values.plan)];

const told = (line: string) => console.log(line);
const isOver = () => performance.now() > Number(values.minutes) * 60_000;

const seeds = async (crew: Crew): Promise<boolean> => {
  const begunAt = performance.now();
  let brokenCount = 0;
  const { done, failed } = await playAll(
    crew,
    plans,
    ({ plan, hash, broken }, count, stop) => {
      if (broken.length > 0) brokenCount++;
      if (values.hashes) told(`hash ${plan.seed} ${hash}`);
      if (count % 50 === 0) told(`${count} seeds, ${brokenCount} broken`);
      if (isOver()) stop();
    },
    values.compare,
  );
  const seconds = (performance.now() - begunAt) / 1000;
  for (const outcome of failed) {
    told(`\nseed ${outcome.plan.seed} breaks: ${outcome.broken[0]?.invariant}\n  ${outcome.broken[0]?.why}`);
    told(await explain(crew, outcome));
  }
  if (values.trace)
    for (const { plan } of done) told((await crew.play({ plan, wantsAll: true })).trace.join("\n"));
  told(figures(done));
  told(unreached(done));
  const each = (seconds / done.length).toFixed(2);
  told(`${done.length} seeds in ${seconds.toFixed(0)} s (${each} s each), ${failed.length} broken`);
  return failed.length === 0;
};

const crashes = async (crew: Crew): Promise<boolean> => {
  const failed = await playCrashes(crew, Number(values.seeds), isOver, told);
  for (const outcome of failed.slice(0, 1)) told(`\n${await explain(crew, outcome)}`);
  return failed.length === 0;
};

const wanted = variants.filter(
  ({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);

const lookForVariants = async (crew: Crew): Promise<boolean> =>
  (await findVariants(crew, wanted, told, values.keep)).length === 0;

const main = async (): Promise<boolean> => {
  const isOfFew = !values.crashes && !values.variants;
  const most = isOfFew ? plans.length : Number.POSITIVE_INFINITY;
  const crew = await openCrew(Math.min(Number(values.processes), most));
  try {
    if (values.crashes) return await crashes(crew);
    return values.variants ? await lookForVariants(crew) : await seeds(crew);
  } finally {
    await crew.close();
  }
};

main().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(2);
  },
);
