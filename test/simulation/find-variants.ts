import { readFileSync, writeFileSync } from "node:fs";
import type { Crew } from "./crew/crew.ts";
import { drawPlan, type Plan } from "./plan.ts";
import type { Outcome } from "./run-plan.ts";
import { firstBroken, shrink } from "./shrink.ts";
import type { Variant } from "./variants.ts";

/** A mistake that so many seeds do not show would not be found in time. */
export const mostSeeds = 50;

/** Plans that found variants, by name; `npm run simulate -- --variants --keep` writes them. */
const keptPlansFile = "test/simulation/variant-plans.json";

const keptPlans = (): Readonly<Record<string, Plan>> => JSON.parse(readFileSync(keptPlansFile, "utf8"));

/** Seeds whose runs have the services with the mistake: the others run the right code only. */
export const seedsWith = ({ edits, of }: Variant, count: number): readonly number[] => {
  const own = edits.flatMap(({ module }) => /^services\/([^/]+)\//.exec(module)?.[1] ?? []);
  const needed = [...own, ...(of === undefined ? [] : [of])];
  const seeds: number[] = [];
  for (let seed = 1; seeds.length < count; seed++) {
    const { services } = drawPlan(seed);
    if (needed.every((name) => services.includes(name))) seeds.push(seed);
  }
  return seeds;
};

/** A run of a variant, with nothing broken but what the mistake breaks: what else breaks by it does not count. */
export const playVariant = async (crew: Crew, { name, breaks }: Variant, plan: Plan): Promise<Outcome> => {
  const outcome = await crew.play({ plan, variant: name });
  return { ...outcome, broken: outcome.broken.filter(({ invariant }) => invariant === breaks) };
};

/** Plays a broken variant until a seed tells; undefined if none does. */
export const findBySeed = async (crew: Crew, variant: Variant): Promise<Outcome | undefined> => {
  for (const seed of seedsWith(variant, mostSeeds)) {
    const outcome = await playVariant(crew, variant, drawPlan(seed));
    if (firstBroken(outcome) !== undefined) return outcome;
  }
  return undefined;
};

/** The same, beginning with the plan that told when it was last looked for. */
export const findVariant = async (crew: Crew, variant: Variant): Promise<Outcome | undefined> => {
  const plan = keptPlans()[variant.name];
  const outcome = plan && (await playVariant(crew, variant, plan));
  return outcome && firstBroken(outcome) !== undefined ? outcome : findBySeed(crew, variant);
};

/** A kept plan is small, but need not be the smallest. */
const keptRuns = 16;

/** The plan of a failure, smaller and as data, so that it keeps its meaning when what is drawn from seeds changes. */
const planToKeep = async (crew: Crew, failing: Outcome, variant: Variant): Promise<Plan> => {
  const play = (plan: Plan) => playVariant(crew, variant, plan);
  const plan = await shrink(failing, play, keptRuns);
  const { asked } = await play(plan);
  const isTold = firstBroken(await play({ ...plan, asked })) !== undefined;
  return isTold ? { ...plan, asked } : { ...failing.plan, asked: failing.asked };
};

/** Writes a plan down at once: looking for all of them takes long. */
const keep = ({ name }: Variant, plan: Plan): void => {
  const lines = Object.entries({ ...keptPlans(), [name]: plan }).map(
    ([each, kept]) => `${JSON.stringify(each)}: ${JSON.stringify(kept)}`,
  );
  writeFileSync(keptPlansFile, `{\n${lines.join(",\n")}\n}\n`);
};

const textOf = (variant: Variant, found: Outcome | undefined): string => {
  const [first] = found?.broken ?? [];
  return first === undefined
    ? `MISSED ${variant.name}: ${mostSeeds} seeds`
    : `seed ${found?.plan.seed} finds ${variant.name}: ${first.invariant} (${first.why.slice(0, 160)})`;
};

/** Looks for every variant by seeds, from the first on; answers which were missed. */
export const findVariants = async (
  crew: Crew,
  variants: readonly Variant[],
  told: (line: string) => void,
  isKeeping: boolean,
): Promise<readonly string[]> => {
  const waiting = [...variants];
  const missed: string[] = [];
  const work = async (): Promise<void> => {
    for (let variant = waiting.shift(); variant !== undefined; variant = waiting.shift()) {
      const found = await findBySeed(crew, variant);
      told(textOf(variant, found));
      if (found === undefined) missed.push(variant.name);
      else if (isKeeping) keep(variant, await planToKeep(crew, found, variant));
    }
  };
  await Promise.all(Array.from({ length: crew.size }, work));
  return missed;
};
