import { changedFields } from "../domain/changed-fields.ts";
import { isSame } from "../domain/is-same.ts";
import {
  applyOccurrence,
  type Decision,
  momentFor,
  type Occurrence,
  type RecordBase,
  type RecordType,
} from "../dynamo/record.ts";
import { firstUntold, remembered, withTold } from "./announced.ts";
import type { ClockSummary } from "./clock-summary.ts";
import { clocksOf, type PolicyClock, type Terms } from "./clocks.ts";
import type { Passed } from "./passed.ts";
import { iso, nextFall } from "./summary.ts";
import type { Facts } from "./terms.ts";
import type { Timeline } from "./timeline.ts";

/**
 * What a record with clocks keeps for them besides what it shows. `timeline` is kept by the store (`follows` of
 * the record type), the rest by `keepClocks`: `announced` remembers what events were raised for, and `nextPointAt`
 * (ISO 8601) is when there will be something to tell; it belongs into a sparse index that a schedule sweeps.
 */
export type ClockedRecord = RecordBase & {
  readonly timeline?: Timeline | undefined;
  readonly announced?: readonly string[] | undefined;
  readonly nextPointAt?: string | undefined;
};

/** What a service says of its records, so that clocks run on them. */
export type Clocked<R extends ClockedRecord> = {
  readonly type: RecordType<R>;
  /** What policies are chosen by, as it is now; what makes clocks start, pause and stop is in the timeline. */
  readonly facts: (record: R) => Facts;
  /** Nothing is left to do: settled clocks of such a record stay as they are when terms change. */
  readonly isDone: (record: R) => boolean;
  readonly summaries: (record: R) => readonly ClockSummary[];
  /** The fields that show the clocks. */
  readonly show: (record: R, clocks: readonly PolicyClock[]) => Partial<R>;
  /** The event that tells of a point or breach, first, and what its actions lead to, if it `acts`. */
  readonly announce: (record: R, passed: Passed, acts: boolean) => Decision<R>;
  /** The event for fields that changed for no other reason than new terms. */
  readonly recomputed: (record: R, changes: Partial<R>) => Occurrence<R>;
  /** An event of a record that is told of the record with its clocks as they are after it; absent where events do not tell of clocks. */
  readonly retold?: (occurrence: Occurrence<R>, after: R) => Occurrence<R>;
};

/** So many announcements in one decision: with a large change beside them they still fit one transaction. */
const mostAtOnce = 8;

const withChanges = <R>(decision: Decision<R>, at: number, changes: Partial<R>): Decision<R> =>
  decision.map((occurrence, i) =>
    i === at ? { ...occurrence, changes: { ...occurrence.changes, ...changes } } : occurrence,
  );

/** Decisions about records with clocks, under the terms in force, at one moment. */
export type ClockKeeper<R> = {
  /**
   * Decisions as they are to be written: what fell before is told first, and the clocks are as the decisions
   * leave them (what falls by them is for the schedule, so that the last event is the decision's own). Records that are decided on together come together; where nothing is decided nothing is told.
   */
  readonly around: (
    records: readonly (R | undefined)[],
    decide: (records: readonly (R | undefined)[]) => readonly Decision<R>[],
  ) => readonly Decision<R>[];
  /** The same for a record that begins. */
  readonly first: (id: string, decision: Decision<R>) => Decision<R>;
  /** Tells what fell, and brings the clocks up to the terms. Nothing, where all is so already. */
  readonly refresh: (record: R) => Decision<R>;
};

/** Keeps the clocks of records: every decision that is written goes through it, whoever takes it. */
export const keepClocks = <R extends ClockedRecord>(
  kind: Clocked<R>,
  terms: Terms,
  now: Date,
): ClockKeeper<R> => {
  const applied = (before: R | undefined, id: string, decision: Decision<R>): R | undefined =>
    decision.reduce<R | undefined>(
      (record, { changes }) =>
        applyOccurrence(record, id, changes, momentFor(record, now).toISOString(), kind.type.follows),
      before,
    );
  const clocksAt = (record: R, at: number) => clocksOf(terms, record.timeline ?? [], kind.facts(record), at);

  const announcements = (record: R, acts: boolean): Decision<R> => {
    let decision: Decision<R> = [];
    const at = momentFor(record, now).getTime();
    let latest = record;
    for (let count = 0; count < mostAtOnce; count++) {
      const passed = firstUntold(latest.announced, clocksAt(latest, at));
      if (passed === undefined) break;
      const announced = withTold(latest.announced, passed);
      // The event that tells of it is of a record that has it already.
      const told = { ...latest, announced };
      const step = withChanges(kind.announce(told, passed, acts), 0, { announced } as unknown as Partial<R>);
      decision = [...decision, ...step];
      latest = applied(latest, record.id, step) as R;
    }
    return decision;
  };

  const isSettled = (before: R | undefined, after: R): boolean =>
    before !== undefined &&
    before.nextPointAt === undefined &&
    kind.isDone(before) &&
    kind.isDone(after) &&
    isSame(kind.facts(before), kind.facts(after)) &&
    [
      ...kind.summaries(before).map(({ state }) => state),
      ...clocksAt(after, momentFor(before, now).getTime()).map(({ phase }) => phase),
    ].every((state) => state === "stopped" || state === "waiting");

  const fieldsFor = (record: R, at: number): Partial<R> => {
    const clocks = clocksAt(record, at);
    const next = firstUntold(record.announced, clocks) ? at : nextFall(clocks);
    const announced = remembered(record.announced, clocks);
    return changedFields<R>(record, {
      ...kind.show(record, clocks),
      announced: announced.length > 0 ? announced : undefined,
      nextPointAt: next === undefined ? undefined : iso(next),
    } as Partial<R>);
  };

  const finish = (before: R | undefined, id: string, decision: Decision<R>): Decision<R> => {
    const after = applied(before, id, decision);
    if (after === undefined || isSettled(before, after)) return decision;
    const changes = fieldsFor(after, momentFor(before, now).getTime());
    if (Object.keys(changes).length === 0) return decision;
    const kept =
      decision.length > 0
        ? withChanges(decision, decision.length - 1, changes)
        : [kind.recomputed(after, changes)];
    const { retold } = kind;
    const latest = retold && applied(before, id, kept);
    return !retold || latest === undefined
      ? kept
      : kept.map((each, i) => (i === kept.length - 1 ? retold(each, latest) : each));
  };

  const early = (record: R | undefined, acts: boolean): Decision<R> =>
    record === undefined || kind.isDone(record) ? [] : announcements(record, acts);

  const around: ClockKeeper<R>["around"] = (records, decide) => {
    const decided = (acting: readonly boolean[]) => {
      const told = records.map((record, i) => early(record, acting[i] ?? true));
      const latest = records.map((record, i) => record && applied(record, record.id, told[i] ?? []));
      return decide(latest).map((decision, i) =>
        decision.length > 0 ? [...(told[i] ?? []), ...decision] : [],
      );
    };
    const lets = decided([]);
    // Who ends a record in the minute before the schedule comes does not lose it to an action on the way.
    const acting = records.map((record, i) => {
      const after = record && applied(record, record.id, lets[i] ?? []);
      return after === undefined || !kind.isDone(after);
    });
    const decisions = acting.every((acts) => acts) ? lets : decided(acting);
    return decisions.map((decision, i) => {
      const record = records[i];
      return record === undefined || decision.length === 0 ? decision : finish(record, record.id, decision);
    });
  };

  return {
    around,
    first: (id, decision) => (decision.length === 0 ? decision : finish(undefined, id, decision)),
    refresh: (record) =>
      isSettled(record, record) ? [] : finish(record, record.id, announcements(record, !kind.isDone(record))),
  };
};
