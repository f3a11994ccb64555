import type { Incident } from "../../services/incident/incident.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import type { Facts, Kept } from "./facts.ts";
import { sweepsOf } from "./sweeps.ts";

const schedule = "close-resolved";
/** Two rounds of the schedule: after that, what is due is overdue. */
const graceMs = 10 * 60_000;
/** The clock may jump back by so much: what is that close may have been the other way round. */
const backMs = 90_000;

const closings = (history: readonly HistoryEntry[]): readonly HistoryEntry[] =>
  history.filter(({ meta }) => meta.causationId === `schedule:${schedule}`);

const wrongClosing = (one: Kept, { changes, meta }: HistoryEntry, facts: Facts): string[] => {
  const { id } = one;
  const due = Date.parse(String(changes.autoCloseAt?.from));
  const closedAt = Date.parse(meta.occurredAt);
  const known = Math.max(due, facts.writtenAt(one, meta.sequence - 1));
  const missed = sweepsOf(facts, "incident", schedule).find(
    ({ begunAt, endedAt }) => begunAt >= known + backMs && endedAt + backMs < closedAt,
  );
  return [
    ...(changes.state?.from === "resolved" && changes.state.to === "closed"
      ? []
      : [`${id}: a timer changed ${JSON.stringify(changes)}`]),
    ...(closedAt >= due ? [] : [`${id} was closed at ${meta.occurredAt}, before it was due`]),
    ...(missed === undefined ? [] : [`${id} was not closed by the sweep at ${missed.begunAt}, only later`]),
  ];
};

const overdue = ({ id, item }: Kept, now: number): string[] => {
  const { state, autoCloseAt = "" } = (item?.record ?? {}) as Partial<Incident>;
  return state === "resolved" && Date.parse(autoCloseAt) + graceMs < now
    ? [`${id} should have closed at ${autoCloseAt}`]
    : [];
};

/** Resolved incidents close once, not before they are due, and by the first sweep that could. */
export const brokenTimers = (facts: Facts): string[] =>
  facts.kept
    .filter(({ id }) => id.startsWith("INC"))
    .flatMap((one) => [
      ...closings(one.history).flatMap((entry) => wrongClosing(one, entry, facts)),
      ...overdue(one, facts.now),
    ]);
