import type { PolicyClock } from "./clocks.ts";
import { breach, type Mark } from "./marks.ts";
import type { PassedPoint } from "./passed-point.ts";
import { iso } from "./summary.ts";

/** A point or breach that has fallen; `key` names it for good on its record. */
export type Passed = { readonly key: string; readonly isBreach: boolean; readonly point: PassedPoint };

const keyOf = ({ policy, metric, course }: PolicyClock, { id }: Pick<Mark, "id">): string =>
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
