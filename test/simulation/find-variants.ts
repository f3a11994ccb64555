import type { Crew } from "./crew/crew.ts";
import { drawPlan } from "./plan.ts";
import type { Outcome } from "./run-plan.ts";
import { firstBroken } from "./shrink.ts";
import type { Variant } from "./variants.ts";

/** A mistake that so many seeds do not show would not be found in time. */
export const mostSeeds = 50;

/** Plays a broken variant until a seed tells, beginning with the one that did last time; undefined if none does. */
export const findVariant = async (
  crew: Crew,
  { name, seed: first }: Variant,
  seeds = mostSeeds,
): Promise<Outcome | undefined> => {
  const others = Array.from({ length: seeds }, (_, at) => at + 1).filter((seed) => seed !== first);
  for (const seed of [first, ...others]) {
    const outcome = await crew.play({ plan: drawPlan(seed), variant: name });
    if (firstBroken(outcome) !== undefined) return outcome;
  }
  return undefined;
};

/** Looks for every variant, each from seed 1 on; answers a line for each and whether all were found. */
export const findVariants = async (
  crew: Crew,
  variants: readonly Variant[],
  told: (line: string) => void,
): Promise<boolean> => {
  const waiting = [...variants];
  let missed = 0;
  const work = async (): Promise<void> => {
    for (let variant = waiting.shift(); variant !== undefined; variant = waiting.shift()) {
      const found = await findVariant(crew, { ...variant, seed: 1 });
      const [first] = found?.broken ?? [];
      if (first === undefined) missed++;
      told(
        first === undefined
          ? `MISSED ${variant.name}: ${mostSeeds} seeds`
          : `seed ${found?.plan.seed} finds ${variant.name}: ${first.invariant} (${first.why.slice(0, 160)})`,
      );
    }
  };
  await Promise.all(Array.from({ length: crew.size }, work));
  return missed === 0;
};
