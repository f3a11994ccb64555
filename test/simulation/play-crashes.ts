import { type CrashPoint, crashedAt, crashPlan, findCrashPoints } from "./crashes.ts";
import type { Crew } from "./crew/crew.ts";
import type { Outcome } from "./run-plan.ts";

const kinds = ["crash-before", "crash-after"] as const;

const perFunction = (points: readonly CrashPoint[]): string => {
  const counts = new Map<string, number>();
  for (const { name } of points) {
    const [own = ""] = name.split(",");
    counts.set(own, (counts.get(own) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `  ${String(count).padStart(5)}  ${name}`)
    .join("\n");
};

/**
 * Ends every function at every one of its calls in so many calm runs, before and after, until it is over;
 * answers the runs that broke something.
 */
export const playCrashes = async (
  crew: Crew,
  calmSeeds: number,
  isOver: () => boolean,
  told: (line: string) => void,
): Promise<readonly Outcome[]> => {
  const points = await findCrashPoints(crew, calmSeeds);
  told(`${points.length} kinds of calls in ${calmSeeds} calm runs:\n${perFunction(points)}`);
  const waiting = points.flatMap((point) => kinds.map((kind) => ({ point, kind })));
  const all = waiting.length;
  const failed: Outcome[] = [];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (isOver()) return;
      const { point, kind } = next;
      const outcome = await crew.play({ plan: crashPlan(kind, point), wantsAll: true });
      if (!crashedAt(outcome, point)) throw new Error(`Seed ${point.seed} does not come to ${point.name}`);
      if (outcome.broken.length > 0) {
        failed.push(outcome);
        told(`BROKEN by ${kind} at ${point.name} (seed ${point.seed}): ${outcome.broken[0]?.why}`);
      }
      if (++done % 50 === 0) told(`${done} of ${all} crashes, ${failed.length} broken`);
    }
  };
  await Promise.all(Array.from({ length: crew.size }, work));
  told(`${points.length} crash points, ${done} of ${all} crashes played, ${failed.length} broken`);
  return failed;
};
