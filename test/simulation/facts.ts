import type { Denial } from "../../infra/local/gateway/callers.ts";
import { eventSortKey, historyEntryOf } from "../../shared/dynamo/items.ts";
import type { HistoryEntry } from "../../shared/dynamo/record.ts";
import type { StoredItem } from "../bed/stored-items.ts";
import type { Task } from "./cloud/client.ts";
import type { Records } from "./cloud/records.ts";
import type { World } from "./cloud/world.ts";
import type { Database } from "./database/memory-database.ts";
import { plain } from "./database/plain.ts";

/** A record with all that is stored about it. */
export type Kept = {
  readonly service: string;
  readonly id: string;
  /** Its own item; undefined when there are only events of it. */
  readonly item: StoredItem | undefined;
  readonly events: readonly StoredItem[];
  readonly history: readonly HistoryEntry[];
  /** Items beside it, such as edges. */
  readonly beside: readonly StoredItem[];
};

/** A message in a queue that no function works off. */
export type DeadLetter = { readonly queue: string; readonly body: string };

type WrittenAt = (of: Pick<Kept, "service" | "id">, version: number) => number;

/** Everything there is to know after a run, when all has come to rest. */
export type Facts = ReturnType<Records["all"]> & {
  readonly tasks: readonly Task[];
  /** By service. */
  readonly items: ReadonlyMap<string, readonly StoredItem[]>;
  readonly kept: readonly Kept[];
  readonly denied: readonly Denial[];
  readonly deadLetters: readonly DeadLetter[];
  /** Work that is left although nothing goes on any more. */
  readonly left: readonly string[];
  readonly now: number;
  /** When a version of a record had been written at the latest, by the clock; the time it bears may be long before. */
  readonly writtenAt: WrittenAt;
  /** Before this it had not been written. */
  readonly notWrittenBefore: WrittenAt;
};

const isEvent = ({ sk }: StoredItem): boolean => sk.startsWith("EVENT#");
const isRecord = ({ sk }: StoredItem): boolean => sk === "RECORD";

/** The records of one service, from all that is in its table. */
export const keptIn = (service: string, items: readonly StoredItem[]): Kept[] => {
  const byKey = new Map<string, StoredItem[]>();
  for (const item of items) byKey.set(item.pk, [...(byKey.get(item.pk) ?? []), item]);
  return [...byKey]
    .filter(([, own]) => own.some((item) => isEvent(item) || isRecord(item)))
    .map(([id, own]) => {
      const events = own.filter(isEvent).toSorted((a, b) => (a.sk < b.sk ? -1 : 1));
      return {
        service,
        id,
        item: own.find(isRecord),
        events,
        history: events.map(historyEntryOf),
        beside: own.filter((item) => !isEvent(item) && !isRecord(item)),
      };
    });
};

const leftIn = ({ streamLines, queueLines, bus, scheduler, client, invocations }: World): string[] => [
  ...streamLines.filter((line) => line.behind() > 0).map((line) => `events of ${line.name} unpublished`),
  ...queueLines.filter((line) => line.isReady()).map((line) => `messages in ${line.name}`),
  ...(bus.pending() > 0 ? ["events on the bus"] : []),
  ...(scheduler.pending() > 0 ? ["schedules under way"] : []),
  ...(client.unfinished() > 0 ? ["clients that wait"] : []),
  ...(invocations.running() > 0 ? ["functions that run"] : []),
];

const deadLettersIn = ({ queues, queueLines }: World): DeadLetter[] => {
  const worked = new Set(queueLines.map(({ name }) => name));
  return queues
    .counts()
    .filter(({ name }) => !worked.has(name))
    .flatMap(({ arn, name }) =>
      queues.peek(arn, Number.POSITIVE_INFINITY).map(({ body }) => ({ queue: name, body })),
    );
};

export const gatherFacts = async (world: World, database: Database): Promise<Facts> => {
  const items = new Map(
    [...(await database.items())].map(([table, all]) => [
      table.replace("steward-", ""),
      all.map((item) => plain(item) as StoredItem),
    ]),
  );
  const writtenAt: WrittenAt = ({ service, id }, version) =>
    world.versions.createdAt(`steward-${service}`, id, eventSortKey(version)) ?? Number.NaN;
  return {
    ...world.records.all(),
    tasks: world.client.tasks(),
    items,
    kept: [...items].flatMap(([service, all]) => keptIn(service, all)),
    denied: world.denied(),
    deadLetters: deadLettersIn(world),
    left: leftIn(world),
    now: world.clock.now(),
    writtenAt,
    notWrittenBefore: writtenAt,
  };
};
