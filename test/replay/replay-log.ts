import { levelOf } from "./facts.ts";
import { inParallel } from "./in-parallel.ts";
import { type Life, newLife, type SeenIncident } from "./life.ts";
import type { LoggedIncident } from "./log.ts";
import { type Call, planStep } from "./plan-step.ts";
import type { System } from "./system.ts";
import { timelineOf, type Work } from "./timeline.ts";

/** What was driven through the system, and how fast. */
export type Replayed = {
  readonly lives: readonly Life[];
  readonly rows: number;
  readonly calls: number;
  readonly seconds: number;
  /** Answer times of the calls in milliseconds, ascending. */
  readonly times: readonly number[];
  readonly clockMoves: number;
};

export type ReplayOptions = {
  /** Incidents of one minute that are worked on at once. */
  readonly concurrency: number;
  /** Told after every minute of the log: rows done, rows in all, the clock. */
  readonly progress?: (done: number, all: number, at: number) => void;
};

const refusalOf = (status: number, body: unknown): string => {
  const { code, detail, violations = [] } = body as { code?: string; detail?: string; violations?: object[] };
  return [status, code, detail, violations.length > 0 ? JSON.stringify(violations) : undefined]
    .filter((part) => part !== undefined)
    .join(" ");
};

/** True while the record in hand may have been closed by the system since. */
const isStale = ({ record }: Life, now: number): boolean =>
  record?.state === "resolved" && record.autoCloseAt !== undefined && Date.parse(record.autoCloseAt) <= now;

/** A row that only says that the incident is closed now asks nothing of the system that closed it. */
const isClosing = ([first, second]: readonly Work[]): boolean =>
  second === undefined &&
  first?.step.row.incident_state === "Closed" &&
  first.before?.row.incident_state !== "Closed";

/** The system looks for what is due to close this often. */
const sweepEvery = 5 * 60_000;

const createReplay = (system: System) => {
  const times: number[] = [];

  const reread = async (life: Life): Promise<void> => {
    const { status, body } = await system.as("desk", "GET", `/incidents/${life.record?.id}`);
    if (status === 200) life.record = body as SeenIncident;
  };

  const refuse = async (life: Life, line: number, reason: string): Promise<void> => {
    life.refused.push({ number: life.logged.number, line, reason });
    // Whatever the record is now, the rows behind go on from there.
    if (life.record !== undefined) await reread(life);
  };

  const send = async (life: Life, line: number, call: Call): Promise<void> => {
    const { method, path, body, ifMatch } = call;
    try {
      let reply = await system.as(call.as, method, path, { body, ifMatch });
      if (reply.status === 412) {
        // A service level was told of since: who edits looks again and saves once more.
        await reread(life);
        reply = await system.as(call.as, method, path, { body, ifMatch: life.record?.version });
      }
      times.push(reply.milliseconds);
      if (reply.status >= 300)
        return await refuse(life, line, `${method} ${path}: ${refusalOf(reply.status, reply.body)}`);
      const record = reply.body as SeenIncident;
      life.made.push({ line, entry: call.entry, version: record.version, remark: call.remark });
      life.record = record;
    } catch (error) {
      await refuse(life, line, `${method} ${path}: no answer, ${String(error)}`);
    }
  };

  const comparePriority = (life: Life, { row, line }: Work["step"]): void => {
    life.compared += 1;
    const [logged, computed] = [levelOf(row.priority), life.record?.priority];
    const reason = `logged ${logged}, computed ${computed}`;
    if (logged !== computed) life.priorityDiffers.push({ number: life.logged.number, line, reason });
  };

  const replay = async (life: Life, { before, step }: Work): Promise<void> => {
    const planned = planStep(before?.row, step.row, life.record);
    const { line } = step;
    if (planned.kind === "bad-data") {
      life.badData.push({ number: life.logged.number, line, reason: planned.reason });
      return;
    }
    if (planned.kind === "call") await send(life, line, planned);
    else life.made.push({ line, entry: planned.entry, version: undefined });
    comparePriority(life, step);
  };

  return { times, reread, replay };
};

/** Replays the log: the clock goes from minute to minute, each row becomes one call. */
export const replayLog = async (
  system: System,
  incidents: readonly LoggedIncident[],
  { concurrency, progress }: ReplayOptions,
): Promise<Replayed> => {
  const lives = new Map(incidents.map((logged) => [logged.number, newLife(logged)]));
  const lifeOf = ([work]: readonly Work[]): Life => lives.get(work?.incident.number ?? "") as Life;
  const { times, reread, replay } = createReplay(system);
  const rows = incidents.reduce((sum, { steps }) => sum + steps.length, 0);
  const started = performance.now();
  let done = 0;
  let clockMoves = 0;
  const moveTo = async (at: number): Promise<void> => {
    if (system.now() >= at) return;
    await system.moveTo(at);
    clockMoves += 1;
  };
  const timeline = timelineOf(incidents);
  for (const [index, { at, chains }] of timeline.entries()) {
    await moveTo(at);
    const stale = chains.filter((chain) => isStale(lifeOf(chain), system.now()));
    if (stale.length > 0) {
      // The sweep that this minute set off must have ended before anybody works on what it closes, and before
      // the clock goes on.
      await system.drain();
      const needed = stale.filter((chain) => !isClosing(chain)).map(lifeOf);
      await inParallel(needed, concurrency, reread);
    }
    await inParallel(chains, concurrency, async (chain) => {
      for (const work of chain) await replay(lifeOf(chain), work);
    });
    const isQuiet = (timeline[index + 1]?.at ?? 0) > at + sweepEvery;
    if (isQuiet && chains.some(isClosing)) {
      // The desk closed something now, and nobody worked for a while: the next sweep is not to wait for them.
      await moveTo(at + sweepEvery);
      await system.drain();
    }
    done += chains.reduce((sum, chain) => sum + chain.length, 0);
    progress?.(done, rows, at);
  }
  const seconds = (performance.now() - started) / 1000;
  times.sort((one, other) => one - other);
  return { lives: [...lives.values()], rows, calls: times.length, seconds, times, clockMoves };
};
