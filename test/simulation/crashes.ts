import type { Crew } from "./crew/crew.ts";
import type { FaultKind } from "./faults.ts";
import { drawPlan, type Plan } from "./plan.ts";
import type { Outcome } from "./run-plan.ts";

/** A call of a function at which it can end, and the calm run in which it comes up. */
export type CrashPoint = {
  readonly name: string;
  readonly seed: number;
  /** Its number among the calls of the run. */
  readonly at: number;
  /** Operations that had begun by then. */
  readonly begun: number;
};

/** Operations that come after a crash: enough to notice what it left behind. */
const operationsAfter = 3;

/** Every kind of call, once: each function, each occasion, each call of it in turn, from runs without any fault. */
export const findCrashPoints = async (crew: Crew, seeds: number): Promise<readonly CrashPoint[]> => {
  const calm = Array.from({ length: seeds }, (_, at) => ({ ...drawPlan(at + 1), faults: [] }));
  const runs = await Promise.all(calm.map((plan) => crew.play({ plan, wantsAll: true })));
  const points = new Map<string, CrashPoint>();
  for (const { plan, calls, broken } of runs) {
    if (broken.length > 0) throw new Error(`Seed ${plan.seed} breaks without any fault`);
    for (const [index, { name, begun }] of calls.entries())
      if (!points.has(name)) points.set(name, { name, seed: plan.seed, at: index + 1, begun });
  }
  return [...points.values()];
};

/** The calm run up to the call, and what is under way then to its end, with the function ending at the call. */
export const crashPlan = (kind: FaultKind, { seed, at, begun }: CrashPoint): Plan => {
  const { operations, ...plan } = drawPlan(seed);
  return {
    ...plan,
    operations: operations.slice(0, begun + operationsAfter),
    faults: [{ kind, at, times: 1, amount: 0 }],
  };
};

/** Whether a run crashed where it was to: it must be the same as the calm one up to there. */
export const crashedAt = ({ calls }: Outcome, { name, at }: CrashPoint): boolean =>
  calls[at - 1]?.name === name;
