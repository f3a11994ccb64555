import { type Container, startContainer } from "../container.ts";
import type { InvokeResult } from "../parts.ts";
import type { ContainerKey, FunctionSpec } from "./function-spec.ts";

/** The containers of one function and the line of requests in front of them. */
export type ContainerPool = {
  readonly invoke: (event: string, requestId: string, signal?: AbortSignal) => Promise<InvokeResult>;
  /** Starts a container if there is none, so that the first request finds it warm. */
  readonly warm: () => Promise<void>;
  readonly counts: () => PoolCounts;
  readonly pids: () => readonly number[];
  /** Ends containers that nobody has needed for a while. */
  readonly reap: (idleMs: number) => void;
  readonly stop: () => Promise<void>;
};

/** Requests waiting and under way, containers alive, and what was done so far. */
export type PoolCounts = {
  readonly waiting: number;
  readonly running: number;
  readonly containers: number;
  readonly invocations: number;
  readonly failures: number;
  readonly starts: number;
};

type Start = (spec: FunctionSpec) => Container;
type Job = {
  readonly event: string;
  readonly requestId: string;
  readonly resolve: (result: InvokeResult) => void;
};

const aborted: InvokeResult = { ok: false, errorType: "AbortError", message: "the caller gave up waiting" };

/** Makes the pool of one function: at most `limit` containers, the most recently used first. */
export const createContainerPool = (spec: FunctionSpec, limit: number, start: Start): ContainerPool => {
  const all = new Set<Container>();
  const idle: { readonly container: Container; readonly since: number }[] = [];
  const line: Job[] = [];
  const done = { invocations: 0, failures: 0, starts: 0 };
  let starting = 0;
  let running = 0;
  let stopped = false;

  const give = (container: Container): void => {
    if (!container.isUsable()) all.delete(container);
    else idle.push({ container, since: Date.now() });
    pump();
  };

  const run = async (container: Container, job: Job): Promise<void> => {
    running += 1;
    const result = await container.run(job.event, job.requestId);
    running -= 1;
    done.invocations += 1;
    if (!result.ok) done.failures += 1;
    job.resolve(result);
    give(container);
  };

  const add = async (): Promise<void> => {
    starting += 1;
    done.starts += 1;
    const container = start(spec);
    all.add(container);
    const ready = await container.ready;
    starting -= 1;
    if (!ready.ok) {
      all.delete(container);
      void container.kill();
      done.failures += 1;
      line.shift()?.resolve(ready);
    }
    if (stopped) return;
    give(container);
  };

  const pump = (): void => {
    while (line.length > 0 && !stopped) {
      const free = idle.pop();
      if (free === undefined) break;
      if (!free.container.isUsable()) all.delete(free.container);
      else void run(free.container, line.shift() as Job);
    }
    if (line.length > starting && all.size < limit && !stopped) void add();
  };

  const invoke = (event: string, requestId: string, signal?: AbortSignal): Promise<InvokeResult> =>
    new Promise((resolve) => {
      const job: Job = { event, requestId, resolve };
      line.push(job);
      signal?.addEventListener("abort", () => {
        const at = line.indexOf(job);
        if (at >= 0) line.splice(at, 1);
        resolve(aborted);
      });
      pump();
    });

  return {
    invoke,
    warm: async () => {
      if (all.size === 0 && !stopped) await add();
    },
    counts: () => ({ waiting: line.length, running, containers: all.size, ...done }),
    pids: () => [...all].flatMap(({ pid }) => pid ?? []),
    reap: (idleMs) => {
      for (let first = idle[0]; first !== undefined && Date.now() - first.since > idleMs; first = idle[0]) {
        idle.shift();
        all.delete(first.container);
        void first.container.kill();
      }
    },
    stop: async () => {
      stopped = true;
      for (const job of line.splice(0)) job.resolve(aborted);
      await Promise.all([...all].map((container) => container.kill()));
    },
  };
};

/** Starts a process per container. */
export const processStarter =
  (
    options: Omit<Parameters<typeof startContainer>[0], "spec" | "key" | "output">,
    issueKey: (spec: FunctionSpec) => ContainerKey,
    output: (spec: FunctionSpec, line: string) => void,
  ): Start =>
  (spec) =>
    startContainer({ ...options, spec, key: issueKey(spec), output: (line) => output(spec, line) });
