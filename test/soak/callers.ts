import { setTimeout as sleep } from "node:timers/promises";
import type { Name } from "../bed/people.ts";
import { tokenOf } from "../bed/token-of.ts";
import { createApiClient, type Reply } from "../replay/api-client.ts";
import { chooseOperation } from "../simulation/choose-operation.ts";
import {
  type Attempt,
  isRepeatable,
  mostConflicts,
  outcomeOf,
  type Task,
} from "../simulation/cloud/client.ts";
import { createKnowledge, type Knowledge } from "../simulation/cloud/knowledge.ts";
import { createRandom, type Random } from "../simulation/machine/random.ts";
import type { Model, Operation } from "../simulation/simulated.ts";
import { type ErrorTally, tallyErrors } from "./error-tally.ts";
import { slimBody } from "./slim-body.ts";
import { tryHeader } from "./witness.ts";

/** People and programs at work, each doing one thing after the other, as good clients do. */
export type Callers = {
  /** Works until the time is over and everybody knows what became of their last request. */
  readonly work: (untilMs: number) => Promise<void>;
  readonly tasks: () => readonly Task[];
  readonly errors: ErrorTally["all"];
  /** Milliseconds of every answer that was a yes. */
  readonly latencies: () => readonly number[];
};

/** What the soak is asked for. */
export type CallersOptions = { readonly url: string; readonly seed: number; readonly callers: number };

/** Who still does not know after so long gives up; outages last for seconds. */
const patienceMs = 3 * 60_000;
/** Bounds the memory of a long run. */
const mostTasks = 60_000;
/** People talk about the newest records; so parents do not get thousands of children. */
const recent = 30;
/** Things that break go out of use after so many operations, so that like incidents stay countable. */
const operationsPerThing = 120;
const things = /"(db-1|app-1|mail)"/g;

const ofItsTime = (operation: Operation, index: number): Operation =>
  JSON.parse(JSON.stringify(operation).replaceAll(things, `"$1-${Math.floor(index / operationsPerThing)}"`));

const recently = ({ seen }: Pick<Knowledge, "seen">): Pick<Model, "seen"> => ({
  seen: (prefix) => seen(prefix).slice(-recent),
});

/** As long as the server asks for, or a little while that grows with every try. */
const pauseMs = (reply: Reply | undefined, tries: number, random: Random): number => {
  const asked = Number(reply?.headers["retry-after"]);
  return asked > 0
    ? asked * 1000 * (1 + random.next() / 2)
    : random.between(50, Math.min(2000, 100 * 2 ** tries));
};

export const createCallers = ({ url, seed, callers }: CallersOptions): Callers => {
  const api = createApiClient(url, callers);
  const knowledge = createKnowledge();
  const tasks: Task[] = [];
  const errors = tallyErrors();
  const latencies: number[] = [];
  const tokens = new Map<Name, Promise<string>>();
  const confirmed = new Map<string, number>();
  let begun = 0;
  let tries = 0;

  const token = async (name: Name): Promise<string> => {
    const known = tokens.get(name) ?? tokenOf(url, name);
    tokens.set(name, known);
    return known.catch((error: unknown) => {
      tokens.delete(name);
      throw error;
    });
  };
  const send = async ({ operation, index }: Task, own: Attempt): Promise<Reply> => {
    const { as, method, path, query, body, ifMatch, isKeyed } = operation;
    const search = query === undefined ? "" : `?${new URLSearchParams(query)}`;
    return api.call(method, `/api${path}${search}`, {
      body,
      ifMatch,
      token: await token(as),
      headers: {
        [tryHeader]: String(own.id),
        ...(isKeyed ? { "idempotency-key": `soak-${seed}-${index}` } : {}),
      },
    });
  };
  const learn = (operation: Operation, reply: Reply): void => {
    knowledge.learn(operation, { status: reply.status, headers: {}, body: reply.body });
    const { id, version } = reply.body as { id?: string; version?: number };
    if (operation.method !== "GET" && id !== undefined && version !== undefined)
      confirmed.set(id, Math.max(version, confirmed.get(id) ?? 0));
  };
  /** One try; says whether another one is worth it, and what was answered. */
  const attempt = async (task: Task): Promise<Reply | undefined> => {
    const id = task.operation.path.split("/").at(-1) ?? "";
    const own: Attempt = { id: ++tries, confirmed: new Map([[id, confirmed.get(id) ?? 0]]) };
    task.attempts.push(own);
    const reply = await send(task, own).catch(() => undefined);
    if (reply === undefined) return undefined;
    own.status = reply.status;
    own.body = slimBody(reply.body);
    errors.hear(reply, own.id);
    const outcome = outcomeOf(reply);
    if (outcome === "unknown" || reply.status === 429) return reply;
    if (outcome === "conflict" && task.attempts.length < mostConflicts) return reply;
    task.outcome = outcome === "accepted" ? "accepted" : "refused";
    task.answer = { status: reply.status, headers: {}, body: own.body };
    if (outcome !== "accepted") return reply;
    latencies.push(reply.milliseconds);
    learn(task.operation, reply);
    return reply;
  };
  const perform = async (index: number): Promise<void> => {
    const operation = ofItsTime(
      chooseOperation(seed, index, { ...recently(knowledge), now: Date.now }),
      index,
    );
    const task: Task = { index, operation, attempts: [], startedAt: Date.now() };
    const random = createRandom(seed, "caller", index);
    // Through HTTP nobody puts events on the account's bus.
    if (operation.foreign !== undefined) return;
    tasks.push(task);
    while (task.outcome === undefined) {
      const reply = await attempt(task);
      if (task.outcome !== undefined) return;
      const isLate = Date.now() - task.startedAt > patienceMs;
      if (!isRepeatable(operation) || isLate) task.outcome = "unknown";
      else await sleep(pauseMs(reply, task.attempts.length, random));
    }
  };

  return {
    work: async (untilMs) => {
      const one = async (): Promise<void> => {
        while (Date.now() < untilMs && begun < mostTasks) await perform(begun++);
      };
      await Promise.all(Array.from({ length: callers }, one));
      api.close();
    },
    tasks: () => tasks,
    errors: errors.all,
    latencies: () => latencies,
  };
};
