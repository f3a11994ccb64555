import { existsSync, readFileSync } from "node:fs";
import type { DrainResult } from "../../infra/local/cloud/drain.ts";
import type { LogLine } from "../../infra/local/cloud/log.ts";
import type { Stats } from "../../infra/local/cloud/snapshot.ts";
import type { BusEvent } from "../../infra/local/parts.ts";
import { storedItems } from "../bed/stored-items.ts";
import type { Task } from "../simulation/cloud/client.ts";
import type { Handled } from "../simulation/cloud/queue-lines.ts";
import type { Run } from "../simulation/cloud/records.ts";
import { type Facts, type Kept, keptIn } from "../simulation/facts.ts";
import type { SoakCloud } from "./soak-cloud.ts";
import type { Trouble } from "./troubles.ts";
import { type Line, readWitness } from "./witness.ts";

/** What is known after a soak, besides what the cloud itself can tell. */
export type Gathering = {
  readonly cloud: SoakCloud;
  readonly tasks: readonly Task[];
  readonly troubles: readonly Trouble[];
  /** Everything that was denied, also before a restart. */
  readonly denied: Facts["denied"];
  readonly rest: DrainResult;
};

/** Facts as the simulation's invariants take them, and tries whose function was killed under them. */
export type SoakFacts = Facts & {
  readonly killedTries: ReadonlySet<number>;
  /** 503 answers outside of any trouble: the machine had too much to do. */
  readonly busyByItself: number;
};

/** Functions and connections come back a little after what they need. */
const graceMs = 10_000;
/** A write is done when its function's time is over, and everything that held it up. */
const slowestWriteMs = 2 * 60_000;
const killed = "Runtime.ExitError";

const isTroubled =
  (troubles: readonly Trouble[]) =>
  (from: number, until: number): boolean =>
    troubles
      .filter(({ kind }) => kind !== "function killed" && kind !== "consumer off")
      .some((trouble) => trouble.from <= until && trouble.until + graceMs >= from);

type Collected = {
  readonly published: BusEvent[];
  readonly handled: Handled[];
  readonly runs: Run[];
  readonly failures: string[];
  readonly killedTries: Set<number>;
};

/** The simulation looks at ids only, so that is all that is kept of events. */
const detailOf = ({ eventId, subject }: { readonly eventId: string; readonly subject: string }) => ({
  meta: { eventId, subject },
});

const collect = (
  line: Line,
  into: Collected,
  attempts: ReadonlyMap<number, Task["attempts"][number]>,
  troubled: ReturnType<typeof isTroubled>,
): void => {
  if (line.is === "published") into.published.push({ detail: detailOf(line.event) } as BusEvent);
  if (line.is === "asked") {
    const own = attempts.get(line.try);
    if (own !== undefined) {
      own.requestId = line.requestId;
      own.isDisturbed = troubled(line.at, line.at + graceMs);
    }
  }
  if (line.is === "unanswered" && line.why.startsWith(killed)) {
    into.killedTries.add(line.try);
    const own = attempts.get(line.try);
    if (own !== undefined) own.isDisturbed = true;
  }
  if (line.is !== "ran") return;
  const { functionArn, at, endedAt, why = "reported as failed", messages, schedule } = line;
  const isDisturbed = why.startsWith(killed) || troubled(at, endedAt);
  for (const { ok, ...event } of messages ?? [])
    into.handled.push({
      mapping: { functionArn },
      message: { body: JSON.stringify({ detail: detailOf(event) }) },
      at: endedAt,
      ok,
      isDisturbed,
      why,
    });
  const ok = line.why === undefined;
  if (functionArn.endsWith("-timer"))
    into.runs.push({
      ...(ok ? { ok, value: null } : { ok, errorType: why, message: why }),
      functionArn,
      event: { schedule },
      begunAt: at,
      endedAt,
      lastedMs: endedAt - at,
      isDisturbed,
    });
  if (functionArn.endsWith("-publisher") && !ok && !isDisturbed)
    into.failures.push(`${functionArn} failed by itself: ${why}`);
};

/** Error lines of the cloud's own log that no trouble explains. */
const errorsIn = (file: string, troubled: ReturnType<typeof isTroubled>): string[] =>
  (existsSync(file) ? readFileSync(file, "utf8").split("\n") : [])
    .filter((text) => text.includes('"level":"error"'))
    .map((text): LogLine => JSON.parse(text))
    .filter(({ time, message }) => {
      const at = Date.parse(time);
      return !message.startsWith(killed) && !troubled(at, at);
    })
    .map(({ message, fields }) => `${message} ${JSON.stringify(fields)}`);

const leftIn = ({ pending }: DrainResult): string[] =>
  Object.entries(pending)
    .filter(([, count]) => count > 0)
    .map(([part, count]) => `${count} in ${part}`);

const full = ({ queues }: Stats, isDeadLetter: boolean): string[] =>
  queues
    .filter((queue) => queue.isDeadLetter === isDeadLetter)
    .filter(({ visible, inFlight, delayed }) => visible + inFlight + delayed > 0)
    .map(({ name, visible }) => `${name}: ${visible} messages`);

const isBusy = ({ status, body }: Task["attempts"][number]): boolean =>
  status === 503 && (body as { readonly code?: string }).code === "unavailable";

/** Reads tables, witness and log of a cloud at rest. */
export const gather = async (gathering: Gathering): Promise<SoakFacts> => {
  const { cloud, tasks, troubles, rest } = gathering;
  const troubled = isTroubled(troubles);
  const attempts = new Map(tasks.flatMap((task) => task.attempts.map((own) => [own.id, own] as const)));
  const collected: Collected = {
    published: [],
    handled: [],
    runs: [],
    failures: [],
    killedTries: new Set(),
  };
  await readWitness(cloud.witness, (line) => collect(line, collected, attempts, troubled));
  // Where the machine itself is too busy, people hear so, too; the report counts it.
  const busy = [...attempts.values()].filter((own) => isBusy(own) && own.isDisturbed !== true);
  for (const own of busy) own.isDisturbed = true;
  // No function was asked: the front spoke for itself, and whether it was clear is judged with the answers.
  for (const own of attempts.values()) if (own.requestId === undefined) own.isDisturbed = true;
  const stored = await storedItems(cloud.dynamoDb.endpoint, cloud.dynamoDb.database);
  const items = new Map([...stored].map(([table, all]) => [table.replace("steward-", ""), all]));
  const kept = [...items].flatMap(([service, all]) => keptIn(service, all));
  const byId = new Map(kept.map((one) => [one.id, one]));
  const occurredAt = ({ id }: Pick<Kept, "id">, version: number): number =>
    Date.parse(byId.get(id)?.history[version - 1]?.meta.occurredAt ?? "");
  const status = await cloud.control<Stats>("status");
  return {
    ...collected,
    busyByItself: busy.length,
    errors: errorsIn(cloud.log, troubled),
    output: [],
    tasks,
    items,
    kept,
    denied: [...gathering.denied, ...status.denied],
    deadLetters: full(status, true).map((body) => ({ queue: "dead letters", body })),
    planted: [],
    calls: [],
    counts: {},
    left: [...leftIn(rest), ...full(status, false)],
    now: status.clock.nowMs,
    writtenAt: (one, version) => occurredAt(one, version) + slowestWriteMs,
    notWrittenBefore: occurredAt,
  };
};
