import type { RequestListener } from "node:http";
import type { Bus, Clock } from "../../../infra/local/parts.ts";
import type { Faults } from "../faults.ts";
import { createRandom, type Random } from "../machine/random.ts";
import type { Operation } from "../simulated.ts";
import { defaultBus, foreignEvent } from "./foreign-event.ts";
import { type Answer, send } from "./front-door.ts";
import type { Knowledge } from "./knowledge.ts";
import type { People } from "./people.ts";

/** One request of a task. */
export type Attempt = {
  readonly id: number;
  /** Ties the request to what it wrote; known once a function was asked. */
  requestId?: string;
  /** What the client heard; nothing when it heard nothing. */
  status?: number;
  /** The function had trouble made for it. */
  isDisturbed?: boolean;
  body?: unknown;
  /** Versions that had been confirmed to clients when it was sent. */
  readonly confirmed: ReadonlyMap<string, number>;
};

/** An operation that a client wants done, with all it did for it. */
export type Task = {
  readonly index: number;
  readonly operation: Operation;
  readonly attempts: Attempt[];
  readonly startedAt: number;
  /** When its last answer came. */
  answeredAt?: number;
  outcome?: "accepted" | "refused" | "unknown";
  answer?: Answer;
  retryAt?: number | undefined;
};

export type Client = {
  /** Sends the first request of an operation; settles once it is with a function, or answered. */
  readonly start: (index: number, operation: Operation) => Promise<void>;
  readonly retry: (task: Task) => Promise<void>;
  readonly due: () => readonly Task[];
  readonly nextDue: () => number | undefined;
  readonly unfinished: () => number;
  readonly tasks: () => readonly Task[];
  /** Hears of the function invocations that requests lead to. */
  readonly entered: (attemptId: number, requestId: string) => (isDisturbed: boolean) => void;
};

type Parts = {
  readonly api: () => RequestListener;
  readonly people: People;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly seed: string;
  readonly knowledge: Knowledge;
  readonly mark: () => void;
  readonly put: Bus["put"];
};

/** Keys are kept for 24 hours: a client that came back later would do it twice. */
export const keptMs = 24 * 3_600_000;
const patienceMs = 20 * 3_600_000;
export const mostConflicts = 6;

export const attemptHeader = "x-simulated-attempt";

/** Whether sending it again cannot do it twice. */
export const isRepeatable = ({ method, isKeyed, ifMatch }: Operation): boolean =>
  method === "GET" || isKeyed === true || ifMatch !== undefined;

/** What an answer means for who asked; `unknown` and `conflict` are worth another try. */
export const outcomeOf = ({
  status,
  body,
}: Pick<Answer, "status" | "body">): "accepted" | "refused" | "conflict" | "unknown" => {
  if (status >= 200 && status < 300) return "accepted";
  if (status >= 500) return "unknown";
  return body?.code === "write_conflict" ? "conflict" : "refused";
};

/** People and programs who behave as a good client should: they try again with the same key until they know. */
export const createClient = (parts: Parts): Client => {
  const { people, clock, faults, knowledge } = parts;
  const tasks: Task[] = [];
  const entries = new Map<number, (requestId: string) => Attempt>();
  let attempts = 0;

  const randomOf = ({ index, attempts }: Task): Random =>
    createRandom(parts.seed, "client", index, attempts.length);

  const isLate = (task: Task) => clock.now() - task.startedAt > patienceMs;
  const waitOrEnd = (task: Task) => {
    if (!isRepeatable(task.operation) || isLate(task)) task.outcome = "unknown";
    else task.retryAt = clock.now() + randomOf(task).between(200, 30_000);
  };
  const hear = (task: Task, attempt: Attempt, answer: Answer) => {
    parts.mark();
    task.answeredAt = clock.now();
    attempt.status = answer.status;
    attempt.body = answer.body;
    const outcome = outcomeOf(answer);
    if (outcome === "unknown") return waitOrEnd(task);
    if (outcome === "conflict" && task.attempts.length < mostConflicts) return waitOrEnd(task);
    task.outcome = outcome === "accepted" ? "accepted" : "refused";
    task.answer = answer;
    if (outcome === "accepted") knowledge.learn(task.operation, answer);
  };

  const giveUp = (task: Task) => {
    task.outcome = "unknown";
    task.retryAt = undefined;
    parts.mark();
  };
  const attempt = async (task: Task): Promise<void> => {
    const { operation, index } = task;
    const own: Attempt = { id: ++attempts, confirmed: knowledge.confirmed() };
    task.attempts.push(own);
    task.retryAt = undefined;
    const hangsUp = faults.at("attempt")[0];
    const entered = new Promise<void>((resolve) => {
      entries.set(own.id, (requestId) => {
        own.requestId = requestId;
        resolve();
        return own;
      });
    });
    const query = operation.query ? `?${new URLSearchParams(operation.query)}` : "";
    const answered = send(parts.api(), {
      method: operation.method,
      path: operation.path + query,
      token: people.tokens[operation.as],
      body: operation.body,
      headers: {
        [attemptHeader]: String(own.id),
        ...(operation.isKeyed ? { "idempotency-key": `key-${index}` } : {}),
        ...(operation.ifMatch === undefined ? {} : { "if-match": `"${operation.ifMatch}"` }),
      },
    }).then((answer) => {
      if (hangsUp === undefined) hear(task, own, answer);
    });
    await Promise.race([entered, answered]);
    if (hangsUp === undefined) return;
    faults.inject(hangsUp);
    waitOrEnd(task);
  };

  const waiting = () => tasks.filter(({ retryAt }) => retryAt !== undefined);
  return {
    start: (index, operation) => {
      const task: Task = { index, operation, attempts: [], startedAt: clock.now() };
      tasks.push(task);
      const { foreign } = operation;
      if (foreign === undefined) return attempt(task);
      // Whoever puts it there hears no more of it than that the bus has it.
      parts.put(defaultBus, foreignEvent(foreign, index, task.startedAt));
      task.outcome = "accepted";
      parts.mark();
      return Promise.resolve();
    },
    // The clock may have jumped since the client chose to wait.
    retry: async (task) => (isLate(task) ? giveUp(task) : attempt(task)),
    due: () => waiting().filter(({ retryAt = 0 }) => retryAt <= clock.now()),
    nextDue: () => {
      const times = waiting().map(({ retryAt = 0 }) => retryAt);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    unfinished: () => tasks.filter(({ outcome }) => outcome === undefined).length,
    tasks: () => tasks,
    entered: (attemptId, requestId) => {
      const own = entries.get(attemptId)?.(requestId);
      return (isDisturbed) => {
        if (own !== undefined) own.isDisturbed = isDisturbed;
      };
    },
  };
};
