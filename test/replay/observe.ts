import type { PassedPoint } from "../../shared/targets/passed-point.ts";
import type { Facts, FactValue } from "../../shared/targets/terms.ts";
import { passedIn, settingOf } from "./clock-entries.ts";
import { factsOf } from "./facts.ts";
import { inParallel } from "./in-parallel.ts";
import type { Life, SeenIncident } from "./life.ts";
import type { LogRow } from "./log.ts";
import type { Replayed } from "./replay-log.ts";
import type { Quiet, System, SystemStatus } from "./system.ts";

/** An entry of an incident's history. */
export type Entry = {
  readonly type: string;
  readonly sequence: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: string;
  readonly eventId: string;
  /** What the entry set of the facts that service levels look at. */
  readonly facts: Facts;
  /** The point or breach that it tells of: agreement, metric, point and when it fell. */
  readonly passed: string | undefined;
};

/** Everything the checks look at, read back through the API after the run. */
export type Evidence = {
  readonly replayed: Replayed;
  /** By the API's id. */
  readonly final: ReadonlyMap<string, SeenIncident>;
  readonly histories: ReadonlyMap<string, readonly Entry[]>;
  /** Link target to the incidents that the API lists for it. */
  readonly linked: ReadonlyMap<string, readonly string[]>;
  /** What the subscriber made of incidents that are alike. */
  readonly candidates: readonly Candidate[];
  readonly quiet: Quiet;
  readonly status: SystemStatus;
  readonly consumed: Consumed | undefined;
};

/** A problem candidate: incidents that name one configuration item. */
export type Candidate = {
  readonly id: string;
  readonly likeness: { readonly ciId?: string };
  readonly incidentIds: readonly string[];
};

/** What a subscriber made of the events: how it knows each incident. */
export type Consumed = {
  /** Incident to the sequence and state that the subscriber holds. */
  readonly known: ReadonlyMap<string, { readonly sequence: number; readonly state: string }>;
};

type Page<T> = { readonly items: readonly T[]; readonly nextCursor?: string };

const largestPage = 100;

/** All items of a list, page by page. */
export const readAll = async <T>(system: System, path: string): Promise<readonly T[]> => {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const query = `${path.includes("?") ? "&" : "?"}limit=${largestPage}`;
    const next = cursor === undefined ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await system.as("desk", "GET", `${path}${query}${next}`);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${JSON.stringify(body)}`);
    const page = body as Page<T>;
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
};

type HistoryItem = {
  readonly type: string;
  readonly meta: {
    readonly eventId: string;
    readonly occurredAt: string;
    readonly sequence: number;
    readonly actor: { readonly id: string };
  };
  readonly data: { readonly serviceLevel?: PassedPoint };
  readonly changes: Readonly<Record<string, { readonly to?: FactValue }>>;
};

const entryOf = ({ type, meta, data, changes }: HistoryItem): Entry => ({
  type,
  sequence: meta.sequence,
  at: Date.parse(meta.occurredAt),
  actor: meta.actor.id,
  eventId: meta.eventId,
  facts: settingOf(Object.fromEntries(Object.entries(changes).map(([fact, { to }]) => [fact, to]))),
  passed: passedIn(data),
});

const targetsIn = (row: LogRow): readonly string[] => factsOf(row).links.map(({ target }) => target);

/** Ids of the records that the log ties to its incidents in the end. */
const targetsOf = (lives: readonly Life[]): readonly string[] => [
  ...new Set(lives.flatMap(({ logged }) => logged.steps.slice(-1).flatMap(({ row }) => targetsIn(row)))),
];

const readEach = async <T>(
  keys: readonly string[],
  concurrency: number,
  read: (key: string) => Promise<T>,
): Promise<ReadonlyMap<string, T>> => {
  const found = new Map<string, T>();
  await inParallel(keys, concurrency, async (key) => {
    found.set(key, await read(key));
  });
  return found;
};

/** Reads back what the run left behind. */
export const observe = async (
  system: System,
  replayed: Replayed,
  { concurrency }: { readonly concurrency: number },
): Promise<Omit<Evidence, "consumed">> => {
  const quiet = await system.drain();
  const ids = replayed.lives.flatMap(({ record }) => record?.id ?? []);
  const all = await readAll<SeenIncident>(system, "/incidents");
  const histories = await readEach(ids, concurrency, async (id) =>
    (await readAll<HistoryItem>(system, `/incidents/${id}/history`)).map(entryOf),
  );
  const linked = await readEach(targetsOf(replayed.lives), concurrency, async (target) =>
    (await readAll<SeenIncident>(system, `/incidents?recordId=${encodeURIComponent(target)}`)).map(
      ({ id }) => id,
    ),
  );
  const final = new Map(all.map((incident) => [incident.id, incident]));
  const candidates = await readAll<Candidate>(system, "/problem-candidates");
  return { replayed, final, histories, linked, candidates, quiet, status: await system.status() };
};
