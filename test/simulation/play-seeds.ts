import type { Crew } from "./crew/crew.ts";
import { drawPlan, type Plan } from "./plan.ts";
import { brokenText } from "./report.ts";
import type { Outcome } from "./run-plan.ts";
import { firstBroken, shrink } from "./shrink.ts";

/** What became of many seeds. */
export type Played = { readonly done: readonly Outcome[]; readonly failed: readonly Outcome[] };

/** Plays plans until all are through or one breaks an invariant; `told` hears of each as it ends and may stop. */
export const playAll = async (
  crew: Crew,
  plans: readonly Plan[],
  told: (outcome: Outcome, count: number, stop: () => void) => void = () => undefined,
  isCompared = false,
): Promise<Played> => {
  const waiting = [...plans];
  const done: Outcome[] = [];
  const failed: Outcome[] = [];
  const stop = () => void waiting.splice(0);
  const work = async (): Promise<void> => {
    for (let plan = waiting.shift(); plan !== undefined; plan = waiting.shift()) {
      const outcome = await crew.play({ plan, isCompared });
      done.push(outcome);
      told(outcome, done.length, stop);
      if (firstBroken(outcome) === undefined) continue;
      failed.push(outcome);
      stop();
    }
  };
  await Promise.all(Array.from({ length: crew.size }, work));
  return { done, failed };
};

/** Plans of seeds. */
export const plansOf = (seeds: readonly number[]): readonly Plan[] => seeds.map(drawPlan);

/** The least that still breaks what a run broke, in words. */
export const explain = async (crew: Crew, failing: Outcome, variant?: string): Promise<string> => {
  const plan = await shrink(failing, (smaller) => crew.play({ plan: smaller, variant }));
  return brokenText(await crew.play({ plan, variant, wantsAll: true }));
};
