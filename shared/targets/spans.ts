import { holds, reasonOf } from "./condition.ts";
import type { Facts, PolicyTerms } from "./terms.ts";
import { type Situation, situationsOf, type Timeline } from "./timeline.ts";

export type Metric = PolicyTerms["metrics"][number];
export type Phase = "waiting" | "running" | "paused" | "stopped";

/** A clock was in one phase from `from` until `to` (epoch ms); the last span has no end. `because`: what paused or stopped it. */
export type Span = {
  readonly from: number;
  readonly to: number | undefined;
  readonly phase: Phase;
  readonly because: Facts;
};

/** What a clock went through since it started (last); `run` counts how often it began anew before that. */
export type Course = {
  readonly run: number;
  readonly spans: readonly Span[];
  readonly earlier: readonly Span[];
};

type Step = {
  readonly at: number;
  readonly phase: Phase;
  readonly because: Facts;
  readonly restarts: boolean;
};

const phaseOf = (metric: Metric, facts: Facts): Pick<Step, "phase" | "because"> => {
  if (holds(metric.stops, facts)) return { phase: "stopped", because: reasonOf(metric.stops, facts) };
  const pause = metric.pauses.find((condition) => holds(condition, facts));
  return pause ? { phase: "paused", because: reasonOf(pause, facts) } : { phase: "running", because: {} };
};

const stepsOf = (metric: Metric, situations: readonly Situation[]): readonly Step[] => {
  const steps: Step[] = [];
  for (const { at, facts } of situations) {
    const before = steps.at(-1);
    const hasStarted = before !== undefined && before.phase !== "waiting";
    if (!hasStarted && !holds(metric.starts, facts)) {
      steps.push({ at, phase: "waiting", because: {}, restarts: false });
    } else if (before?.phase === "stopped" && metric.again === "stay") {
      steps.push({ ...before, at, restarts: false });
    } else {
      const now = phaseOf(metric, facts);
      const revived = before?.phase === "stopped" && now.phase !== "stopped";
      steps.push({ at, ...now, restarts: revived && metric.again === "restart" });
    }
  }
  return steps;
};

const isSame = (a: Step, b: Step): boolean =>
  a.phase === b.phase && !b.restarts && JSON.stringify(a.because) === JSON.stringify(b.because);

/** What a metric's clock went through, from all that happened to the record. */
export const courseOf = (metric: Metric, timeline: Timeline): Course => {
  const all = stepsOf(metric, situationsOf(timeline));
  const steps = all.filter((step, i) => i === 0 || !isSame(all[i - 1] as Step, step));
  const spans = steps.map(({ at, phase, because }, i) => ({
    from: at,
    to: steps[i + 1]?.at,
    phase,
    because,
  }));
  const started = steps.findIndex(({ phase }) => phase !== "waiting");
  const begins = Math.max(
    started,
    steps.findLastIndex(({ restarts }) => restarts),
  );
  const begin = begins < 0 ? steps.length : begins;
  return {
    run: steps.filter(({ restarts }) => restarts).length,
    spans: spans.slice(begin),
    earlier: spans.slice(0, begin),
  };
};
