import type { Plan } from "./plan.ts";
import type { Outcome } from "./run-plan.ts";

type Run = (plan: Plan) => Promise<Pick<Outcome, "plan" | "broken">>;
type Ran = Awaited<ReturnType<Run>>;

/** A plan has about sixty parts, of which halves go first: by then little is left, or little can go. About a minute. */
const mostRuns = 60;

/** What a plan breaks first. */
export const firstBroken = ({ broken }: Ran): string | undefined => broken[0]?.invariant;

/** Parts of a list of this size, each to be left out once. */
const slices = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

/**
 * Leaves out faults and operations, many at first and in the end one by one, as long as the same invariant
 * breaks. Answers the smallest plan that still broke it; when there were `most` runs, the smallest so far.
 */
export const shrink = async (failing: Ran, run: Run, most = mostRuns): Promise<Plan> => {
  const invariant = firstBroken(failing);
  let { plan } = failing;
  let runs = 0;

  const tryWithout = async (part: "faults" | "operations", left: ReadonlySet<unknown>): Promise<boolean> => {
    if (++runs > most) return false;
    const smaller = { ...plan, [part]: plan[part].filter((each) => !left.has(each)) };
    const { broken } = await run(smaller);
    if (!broken.some((each) => each.invariant === invariant)) return false;
    plan = smaller;
    return true;
  };
  const pass = async (part: "faults" | "operations", size: number): Promise<boolean> => {
    let hasShrunk = false;
    for (const slice of slices<unknown>(plan[part], size))
      if (await tryWithout(part, new Set(slice))) hasShrunk = true;
    return hasShrunk;
  };
  for (const part of ["faults", "operations"] as const)
    for (let size = plan[part].length; size > 1; size = Math.ceil(size / 2)) await pass(part, size);
  while ((await pass("faults", 1)) || (await pass("operations", 1)));
  return plan;
};
