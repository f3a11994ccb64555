import type { FunctionSpec } from "../../../infra/local/functions/function-spec.ts";
import type { InvokeResult } from "../../../infra/local/parts.ts";
import type { Faults } from "../faults.ts";
import type { Code } from "../machine/code.ts";
import { startContainer } from "../machine/container.ts";
import type { Outgoing } from "../machine/http-client.ts";
import type { ProcessTime, ProcessTimer } from "../machine/process-time.ts";
import { createRandom } from "../machine/random.ts";
import type { CodeVersion, Deployment } from "./deployment.ts";
import { createIdleSlots, newSlot, type Slot } from "./slots.ts";

/** One run of a function: asked for, then under way in a container, then done. */
export type Invocation = {
  readonly id: number;
  readonly spec: FunctionSpec;
  readonly event: unknown;
  /** Trouble was made for it: what it answers need not be well. */
  isDisturbed: boolean;
  slot: Slot | undefined;
  timeout: ProcessTimer | undefined;
  /** Virtual time at which its container began with it. */
  begunAt: number;
  readonly resolve: (result: InvokeResult) => void;
};

/** An AWS call of a function on its way out. */
export type Call = {
  readonly id: number;
  readonly invocation: Invocation;
  readonly outgoing: Outgoing;
  /** By the containers' time. */
  readonly since: number;
  isStuck: boolean;
};

export type Invoked = InvokeResult & Readonly<Pick<Invocation, "isDisturbed" | "begunAt">>;

export type Invocations = {
  readonly invoke: (functionArn: string, event: unknown) => Promise<Invoked>;
  readonly waiting: () => readonly Invocation[];
  readonly start: (invocation: Invocation) => void;
  /** Calls that wait to be let through. */
  readonly held: () => readonly Call[];
  readonly release: (call: Call) => void;
  /** Ends an invocation and its container at once; answers its calls that were still on their way. */
  readonly kill: (invocation: Invocation, errorType: string) => readonly Call[];
  /** The timer that may fire next: time-outs of calls that are only held here do not count. */
  readonly nextTimer: () => ProcessTimer | undefined;
  readonly running: () => number;
};

export type InvocationParts = {
  readonly specs: ReadonlyMap<string, FunctionSpec>;
  readonly codeOf: (spec: FunctionSpec, version: CodeVersion) => Code;
  readonly deployment: Deployment;
  readonly time: ProcessTime;
  readonly now: () => number;
  readonly seed: string;
  readonly faults: Faults;
  readonly mark: () => void;
  readonly print: (line: string) => void;
  readonly counted: (what: string) => void;
};

/** Shorter timers are pauses between tries; longer ones watch over calls, and the SDK's longest pauses. */
const pauseMs = 1000;
const slowMs = 1000;

export const createInvocations = (parts: InvocationParts): Invocations => {
  const { specs, time, faults, deployment, mark, counted } = parts;
  const waiting: Invocation[] = [];
  const calls = new Set<Call>();
  const running = new Set<Invocation>();
  const idle = createIdleSlots();
  const count = { invocations: 0, containers: 0, calls: 0 };

  const send = (slot: Slot, outgoing: Outgoing) => {
    mark();
    const { invocation } = slot;
    if (invocation === undefined) return outgoing.cut();
    calls.add({ id: ++count.calls, invocation, outgoing, since: time.now(), isStuck: false });
  };

  /** Held for long, a call is trouble, too: time passes while something else is stuck. */
  const letGo = (call: Call) => {
    calls.delete(call);
    if (time.now() - call.since > slowMs) call.invocation.isDisturbed = true;
  };

  const finish = (invocation: Invocation, result: InvokeResult) => {
    if (!running.delete(invocation)) return;
    mark();
    const { slot } = invocation;
    time.clear(invocation.timeout);
    invocation.slot = undefined;
    if (slot !== undefined) {
      slot.invocation = undefined;
      idle.put(slot);
    }
    invocation.resolve(result);
  };

  const kill = (invocation: Invocation, errorType: string): readonly Call[] => {
    const { slot } = invocation;
    const lost = [...calls].filter((call) => call.invocation === invocation);
    for (const call of lost) letGo(call);
    time.clear(invocation.timeout);
    if (slot !== undefined) time.drop(slot);
    running.delete(invocation);
    counted(`functions ended by ${errorType}`);
    mark();
    invocation.resolve({ ok: false, errorType, message: errorType });
    return lost;
  };

  const coldStart = (spec: FunctionSpec, version: CodeVersion): Slot => {
    const id = ++count.containers;
    counted(`cold starts of ${version} code`);
    const slot = newSlot(spec, version);
    slot.container = startContainer(id, spec, parts.codeOf(spec, version), slot, {
      time,
      now: parts.now,
      random: createRandom(parts.seed, "container", id),
      send: (outgoing) => send(slot, outgoing),
      print: parts.print,
      broke: (error) => {
        parts.print(`Runtime.Unhandled: ${String(error)}`);
        if (slot.invocation) kill(slot.invocation, "Runtime.Unhandled");
      },
    });
    return slot;
  };

  const start = (invocation: Invocation) => {
    const { spec, event, id } = invocation;
    waiting.splice(waiting.indexOf(invocation), 1);
    for (const fault of faults.at("invocation")) {
      faults.inject(fault);
      if (fault.kind === "deploy") deployment.begin();
      else idle.forget(spec);
    }
    const version = deployment.versionFor(spec.arn);
    // Older code need not know what is to come: what it cannot do yet is tried again.
    invocation.isDisturbed = version === "older";
    const slot = idle.take(spec, version) ?? coldStart(spec, version);
    slot.invocation = invocation;
    invocation.slot = slot;
    invocation.begunAt = parts.now();
    running.add(invocation);
    invocation.timeout = time.set(slot, () => kill(invocation, "Sandbox.Timedout"), spec.timeoutMs);
    void slot.container?.run(event, `run-${id}`).then((result) => finish(invocation, result));
  };

  /** Calls that their client no longer waits for are gone. */
  const wanted = (): Call[] => {
    for (const call of calls) if (!call.outgoing.isWanted()) calls.delete(call);
    return [...calls];
  };

  return {
    invoke: (functionArn, event) =>
      new Promise((resolve, reject) => {
        const spec = specs.get(functionArn);
        if (spec === undefined) return reject(new Error(`Function not found: ${functionArn}`));
        mark();
        const invocation: Invocation = {
          id: ++count.invocations,
          spec,
          event,
          isDisturbed: false,
          slot: undefined,
          timeout: undefined,
          begunAt: 0,
          resolve: (result) => {
            const { isDisturbed, begunAt } = invocation;
            resolve({ ...result, isDisturbed, begunAt });
          },
        };
        waiting.push(invocation);
      }),
    waiting: () => waiting,
    start,
    held: () => wanted().filter(({ isStuck }) => !isStuck),
    release: letGo,
    kill,
    nextTimer: () => {
      const held = new Set(
        wanted()
          .filter(({ isStuck }) => !isStuck)
          .map(({ invocation }) => invocation.slot as object),
      );
      return time.first(({ owner, delayMs }) => delayMs < pauseMs || !held.has(owner));
    },
    running: () => running.size,
  };
};
