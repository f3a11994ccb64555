import { fold, type HistoryEntry } from "../../../shared/dynamo/record.ts";
import type { Service } from "../../../shared/service.ts";
import { type DueWork, dueWork } from "../due-work.ts";
import type { Facts, Kept } from "../facts.ts";
import type { StoredKind } from "../simulated.ts";
import { sweepsOf } from "../sweeps.ts";

/** The clock may jump back by so much: what is that close may have been the other way round. */
const backMs = 90_000;
const minute = 60_000;
const unitMs: Readonly<Record<string, number>> = { minute, hour: 60 * minute, day: 24 * 60 * minute };

/** Two rounds of a schedule: after that, what is due is overdue. */
const graceOf = (services: readonly Service[], { service, schedule }: DueWork): number => {
  const { every = "" } =
    services.find(({ name }) => name === service)?.schedules.find(({ id }) => id === schedule) ?? {};
  const [, count, unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(every) ?? [];
  if (count === undefined) throw new Error(`Nobody knows how often ${service} runs ${schedule}: ${every}`);
  return (2 * Number(count) + 1) * (unitMs[unit] ?? 0);
};

/** When a record as it is in a version is due for some work (epoch ms); undefined when nothing waits. */
export type DueAt = (history: readonly HistoryEntry[]) => number | undefined;

const dueAtOf =
  ({ type }: StoredKind, { index, partition }: DueWork, id: string): DueAt =>
  (history) => {
    const record = fold(history, type.initial?.(id), type.follows);
    const key = record && type.indexes(record)[index];
    if (key?.partition !== partition) return undefined;
    // Behind the time stands the id, so that the order is total.
    const at = Date.parse(key.order.slice(0, key.order.indexOf("#")));
    if (Number.isNaN(at)) throw new Error(`${id} is due at ${key.order}, which is no time`);
    return at;
  };

/** A timer did something although nothing was due. */
const early = (one: Kept, { schedule, actsAnytime = false }: DueWork, dueAt: DueAt): string[] =>
  one.history.flatMap(({ type, meta }, at) => {
    if (meta.causationId !== `schedule:${schedule}` || actsAnytime) return [];
    // Several entries of one transaction are about what was due before it.
    const isOfIt = ({ meta: other }: HistoryEntry) =>
      other.causationId === meta.causationId && other.occurredAt === meta.occurredAt;
    const before = one.history.slice(0, at).findLastIndex((entry) => !isOfIt(entry)) + 1;
    const due = dueAt(one.history.slice(0, before));
    return due !== undefined && due <= Date.parse(meta.occurredAt)
      ? []
      : [`${meta.eventId} (${type}) was written by ${schedule} at ${meta.occurredAt}, due was ${due}`];
  });

/** While a record says that something is due, the first sweep that can does it. */
const missed = (one: Kept, work: DueWork, dueAt: DueAt, facts: Facts, graceMs: number): string[] =>
  one.history.flatMap(({ meta: { sequence } }, at) => {
    const due = dueAt(one.history.slice(0, at + 1));
    if (due === undefined) return [];
    const next = one.history[at + 1];
    const until = next ? facts.notWrittenBefore(one, next.meta.sequence) : facts.now;
    const known = Math.max(due, facts.writtenAt(one, sequence));
    const sweep = sweepsOf(facts, work.service, work.schedule).find(
      ({ begunAt, endedAt }) => begunAt >= known + backMs && endedAt + backMs < until,
    );
    const isOverdue = next === undefined && known + graceMs < facts.now;
    return [
      ...(sweep
        ? [
            `${one.id} version ${sequence} was due at ${due}, ${work.schedule} at ${sweep.begunAt} did nothing`,
          ]
        : []),
      ...(isOverdue ? [`${one.id} has been due for ${work.schedule} since ${due}`] : []),
    ];
  });

/** What falls due happens not before it is due, and by the first sweep that could do it. */
export const brokenDueWork = (
  facts: Facts,
  kinds: readonly StoredKind[],
  services: readonly Service[],
): string[] =>
  dueWork.flatMap((work) => {
    if (!services.some(({ name }) => name === work.service)) return [];
    const graceMs = graceOf(services, work);
    return facts.kept
      .filter(({ service }) => service === work.service)
      .flatMap((one) => {
        const kind = kinds.find(({ isOne }) => isOne(one.id));
        if (kind === undefined) return [];
        const dueAt = dueAtOf(kind, work, one.id);
        if (one.history.every((_, at) => dueAt(one.history.slice(0, at + 1)) === undefined)) return [];
        return [...early(one, work, dueAt), ...missed(one, work, dueAt, facts, graceMs)];
      });
  });

type Point = {
  readonly agreementId: string;
  readonly metric: string;
  readonly point?: string;
  readonly passedAt: string;
};

/** A point or a breach of an agreement is told once of each record, however often the record was looked at. */
export const repeatedPoints = ({ kept }: Facts): string[] =>
  kept.flatMap(({ id, history }) => {
    const told = history
      .filter(({ type }) => /ServiceLevel(Warning|Breached)$/.test(type))
      .map(({ data }) => data.serviceLevel as Point)
      .map(({ agreementId, metric, point, passedAt }) => [agreementId, metric, point, passedAt].join(" "));
    return told.filter((each, at) => told.indexOf(each) !== at).map((each) => `${id} tells twice: ${each}`);
  });
