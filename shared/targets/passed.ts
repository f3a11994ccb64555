import type { PolicyClock } from "./clocks.ts";
import { breach, type Mark } from "./marks.ts";
import type { PassedPoint } from "./passed-point.ts";
import { iso } from "./summary.ts";

/** A point or breach that has fallen; `key` names it for good on its record. */
export type Passed = { readonly key: string; readonly isBreach: boolean; readonly point: PassedPoint };

const keyOf = ({ policy, metric, course }: PolicyClock, { id }: Mark): string =>
  `${policy.id}#${metric.metric}#${course.run}#${id}`;

/** All that has fallen, in the order of time. */
export const passedOf = (clocks: readonly PolicyClock[]): readonly Passed[] =>
  clocks
    .flatMap((clock) =>
      clock.marks.flatMap((mark) => {
        if (!mark.hasPassed || mark.at === undefined) return [];
        const { policy, metric, dueAt } = clock;
        const isBreach = mark.id === breach;
        const point: PassedPoint = {
          agreementId: policy.id,
          agreementName: policy.name,
          internal: policy.terms.internal,
          metric: metric.metric,
          ...(isBreach ? {} : { point: mark.id }),
          ...(dueAt === undefined ? {} : { dueAt: iso(dueAt) }),
          passedAt: iso(mark.at),
          actions: [...mark.actions],
        };
        return [{ key: keyOf(clock, mark), isBreach, point }];
      }),
    )
    .toSorted((a, b) =>
      a.point.passedAt < b.point.passedAt ? -1 : Number(a.point.passedAt > b.point.passedAt),
    );

/** Of the names a record keeps of what fell, how many are breaches. */
export const breachesAmong = (announced: readonly string[] = []): number =>
  announced.filter((key) => key.endsWith(`#${breach}`)).length;

/**
 * The keys still to be remembered: what new terms or facts moved into the future may fall once more. What
 * belongs to a policy that does not apply at present stays, so that coming back to it repeats nothing.
 */
export const remembered = (
  announced: readonly string[],
  clocks: readonly PolicyClock[],
): readonly string[] => {
  const fallen = new Set(passedOf(clocks).map(({ key }) => key));
  const present = clocks.map(({ policy, metric }) => `${policy.id}#${metric.metric}#`);
  return announced.filter((key) => fallen.has(key) || !present.some((prefix) => key.startsWith(prefix)));
};
