import crypto from "node:crypto";
import { createRequire } from "node:module";
import type { Globals } from "./code.ts";
import { createHttpClient, type Outgoing } from "./http-client.ts";
import type { ProcessTime, ProcessTimer } from "./process-time.ts";
import type { Random } from "./random.ts";

/** What a container is made from, besides its code. */
export type Surroundings = {
  readonly time: ProcessTime;
  /** Epoch milliseconds, virtual. */
  readonly now: () => number;
  readonly random: Random;
  readonly environment: Readonly<Record<string, string>>;
  readonly send: (outgoing: Outgoing) => void;
  readonly print: (line: string) => void;
  /** Code outside of any handler threw. */
  readonly broke: (error: unknown) => void;
};

const nodeRequire = createRequire(import.meta.url);

const virtualDate = (now: () => number): DateConstructor => {
  const VirtualDate = function (...given: ConstructorParameters<DateConstructor>) {
    const isCalled = new.target === undefined;
    const date = Reflect.construct(Date, (given as unknown[]).length === 0 ? [now()] : given);
    return isCalled ? date.toString() : date;
  };
  Object.setPrototypeOf(VirtualDate, Date);
  return Object.assign(VirtualDate, { prototype: Date.prototype, now }) as unknown as DateConstructor;
};

const createConsole = (print: (line: string) => void) => {
  const write = (...parts: readonly unknown[]) =>
    print(parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" "));
  return { log: write, info: write, debug: write, warn: write, error: write, trace: write };
};

/** There is no shared configuration of the SDK in a Lambda function. */
const noFile = () => Object.assign(new Error("ENOENT"), { code: "ENOENT" });

const createTimers = (owner: object, { time, broke }: Surroundings) => {
  const guarded = (callback: (...given: unknown[]) => void, given: unknown[]) => () => {
    try {
      callback(...given);
    } catch (error) {
      broke(error);
    }
  };
  const handle = (timer: ProcessTimer) => ({ timer, unref: () => undefined, ref: () => undefined });
  const setTimeout = (callback: (...given: unknown[]) => void, delayMs = 0, ...given: unknown[]) =>
    handle(time.set(owner, guarded(callback, given), Number(delayMs)));
  const clearTimeout = (given: ReturnType<typeof handle> | number | undefined) => {
    if (typeof given === "object") time.clear(given.timer);
  };
  const never = () => {
    throw new Error("setInterval is not simulated");
  };
  return { setTimeout, clearTimeout, setInterval: never, clearInterval: () => undefined };
};

const seededBytes = (random: Random) => (size: number) =>
  Buffer.from(Array.from({ length: size }, () => random.int(256)));

/** Everything from outside that a container's code can reach: time, chance, network, environment. */
export const containerGlobals = (owner: object, surroundings: Surroundings): Globals => {
  const { time, now, random, environment, send, print } = surroundings;
  const timers = createTimers(owner, surroundings);
  const console = createConsole(print);
  const ownProcess = Object.create(process, { env: { value: { ...environment } } });
  const modules: Readonly<Record<string, unknown>> = {
    "node:http": createHttpClient(owner, time, send),
    "node:process": ownProcess,
    "node:timers": timers,
    "node:console": {
      Console: class {
        constructor() {
          Object.assign(this, console);
        }
      },
    },
    // Ids and tokens stay truly random: a database never sees one twice, and no trace contains them.
    "node:crypto": { ...crypto, randomBytes: seededBytes(random) },
    "node:fs/promises": { readFile: () => Promise.reject(noFile()) },
  };
  const globals = {
    require: (name: string) => (Object.hasOwn(modules, name) ? modules[name] : nodeRequire(name)),
    process: ownProcess,
    console,
    performance: { now: time.now, timeOrigin: 0 },
    Date: virtualDate(now),
    Math: Object.create(Math, { random: { value: random.next } }),
    ...timers,
  };
  // Defined, not assigned: Node's own setters would replace what this whole process has.
  return { ...globals, globalThis: Object.create(globalThis, Object.getOwnPropertyDescriptors(globals)) };
};
