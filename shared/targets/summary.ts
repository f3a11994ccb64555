import type { ClockSummary } from "./clock-summary.ts";
import type { PolicyClock } from "./clocks.ts";
import { breach } from "./marks.ts";

/** ISO 8601 of an instant in epoch ms. */
export const iso = (at: number): string => new Date(at).toISOString();

const present = (at: number | undefined): string | undefined => (at === undefined ? undefined : iso(at));

export const summaryOf = ({ policy, metric, ...clock }: PolicyClock): ClockSummary =>
  JSON.parse(
    JSON.stringify({
      agreementId: policy.id,
      agreementVersion: policy.version,
      metric: metric.metric,
      internal: policy.terms.internal,
      state: clock.phase,
      dueAt: present(clock.dueAt),
      remainingMs:
        clock.phase === "paused" && Number.isFinite(clock.targetMs)
          ? clock.targetMs - clock.elapsedMs
          : undefined,
      stoppedAt: present(clock.stoppedAt),
      breached: clock.isBreached,
    } satisfies ClockSummary),
  );

/** When the next mark of running clocks falls (epoch ms): the first moment at which there is something to tell. */
export const nextFall = (clocks: readonly PolicyClock[]): number | undefined => {
  const coming = clocks.flatMap(({ marks }) =>
    marks.flatMap(({ id, at, hasPassed }) =>
      hasPassed || at === undefined ? [] : [id === breach ? at + 1 : at],
    ),
  );
  return coming.length === 0 ? undefined : Math.min(...coming);
};
