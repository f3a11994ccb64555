import { percentile, round } from "../bench/stats.ts";
import type { Broken } from "../simulation/judge.ts";
import type { Rest } from "./come-to-rest.ts";
import type { ErrorLine, Unclear } from "./error-tally.ts";
import type { SoakFacts } from "./gather.ts";
import { type Trouble, type TroubleKind, troubleKinds } from "./troubles.ts";

/** All that a soak found. */
export type Findings = {
  readonly minutes: number;
  readonly seed: number;
  readonly callers: number;
  readonly facts: SoakFacts;
  readonly broken: readonly Broken[];
  readonly troubles: readonly Trouble[];
  readonly rest: Rest;
  readonly errors: readonly ErrorLine[];
  readonly unclear: readonly Unclear[];
  readonly latencies: readonly number[];
};

/** What is kept of a soak. */
export type Report = ReturnType<typeof reportOf>;

/** Broken invariants and unclear answers that are named. */
const named = 20;

const countTroubles = (troubles: readonly Trouble[]): Readonly<Record<TroubleKind, number>> =>
  Object.fromEntries(
    troubleKinds.map((kind) => [kind, troubles.filter((each) => each.kind === kind).length]),
  ) as Record<TroubleKind, number>;

const outageSeconds = (troubles: readonly Trouble[]): number =>
  troubles
    .filter(({ kind }) => kind !== "function killed" && kind !== "consumer off")
    .reduce((sum, { from, until }) => sum + (until - from) / 1000, 0);

const millisecondsOf = (latencies: readonly number[]) => ({
  p50: round(percentile(latencies, 0.5), 0),
  p95: round(percentile(latencies, 0.95), 0),
  p99: round(percentile(latencies, 0.99), 0),
});

/** Where a confirmed change or its event would show as missing. */
const aboutLoss = ["every confirmed command", "every event reaches", "every record equals"];

export const reportOf = (findings: Findings) => {
  const { facts, broken, troubles, minutes, seed, callers, rest, errors, unclear, latencies } = findings;
  const { tasks, kept, handled, published } = facts;
  const count = (outcome: string) => tasks.filter((task) => task.outcome === outcome).length;
  const done = handled.filter(({ ok }) => ok);
  const distinct = new Set(done.map(({ mapping, message }) => `${mapping.functionArn} ${message.body}`));
  const retried = tasks.filter(({ attempts }) => attempts.length > 1).length;
  return {
    date: new Date().toISOString().slice(0, 10),
    minutes,
    seed,
    callers,
    operations: {
      asked: tasks.length,
      accepted: count("accepted"),
      refused: count("refused"),
      /** Sent once without a key: the client cannot know. */
      unknown: count("unknown"),
      retried,
      perSecond: round((count("accepted") + count("refused")) / (minutes * 60), 1),
    },
    milliseconds: millisecondsOf(latencies),
    troubles: { ...countTroubles(troubles), outageSeconds: round(outageSeconds(troubles), 0) },
    errors,
    /** Answered by the HTTP API itself because the function was killed while it worked. */
    killedUnderARequest: facts.killedTries.size,
    busyByItself: facts.busyByItself,
    unclear: { count: unclear.length, examples: unclear.slice(0, named) },
    effects: {
      records: kept.length,
      changes: kept.reduce((sum, { events }) => sum + events.length, 0),
      publishedEvents: new Set(published.map(({ detail }) => JSON.stringify(detail))).size,
      publishedAgain: published.length - new Set(published.map(({ detail }) => JSON.stringify(detail))).size,
      deliveries: distinct.size,
      deliveredAgain: done.length - distinct.size,
      failedDeliveries: handled.length - done.length,
      redriven: rest.redriven,
      secondsToRest: round(rest.seconds, 0),
    },
    lost: broken.filter(({ invariant }) => aboutLoss.some((start) => invariant.startsWith(start))).length,
    broken: { count: broken.length, examples: broken.slice(0, named) },
    passed: broken.length === 0 && unclear.length === 0,
  };
};

/** The report as lines for people. */
export const reportText = (report: Report): string => {
  const { operations, troubles, errors, effects, milliseconds } = report;
  const { outageSeconds: outage, ...kinds } = troubles;
  return [
    `${report.minutes} min, seed ${report.seed}, ${report.callers} callers: ${operations.asked} operations, ${operations.perSecond} a second`,
    `  accepted ${operations.accepted}, refused ${operations.refused}, unknown ${operations.unknown} (no key), sent more than once ${operations.retried}`,
    `  milliseconds of a yes: median ${milliseconds.p50}, 95 % ${milliseconds.p95}, 99 % ${milliseconds.p99}`,
    `troubles: ${Object.entries(kinds)
      .map(([kind, count]) => `${kind} ${count}`)
      .join(", ")}; ${outage} s without a database`,
    "error answers:",
    ...errors.map(
      ({ status, code, count, retryAfter }) =>
        `  ${status} ${code}: ${count}${retryAfter > 0 ? `, ${retryAfter} with Retry-After` : ""}`,
    ),
    `  function killed under the request: ${report.killedUnderARequest}`,
    `  busy outside of any trouble: ${report.busyByItself}`,
    `  unclear answers: ${report.unclear.count}`,
    ...report.unclear.examples.map((each) => `    ${JSON.stringify(each)}`),
    `${effects.records} records, ${effects.changes} changes, ${effects.publishedEvents} events published (${effects.publishedAgain} again), ${effects.deliveries} deliveries (${effects.deliveredAgain} again, ${effects.failedDeliveries} failed), ${effects.redriven} dead letters moved back; at rest after ${effects.secondsToRest} s`,
    `lost: ${report.lost}; broken invariants: ${report.broken.count}`,
    ...report.broken.examples.map(({ invariant, why }) => `  ${invariant}: ${why.slice(0, 300)}`),
    report.passed ? "PASSED" : "FAILED",
  ].join("\n");
};
