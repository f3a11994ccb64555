import type { Call } from "./cloud/invocations.ts";
import type { World } from "./cloud/world.ts";
import type { Random } from "./machine/random.ts";

/** Something that can happen next; running it answers in a word what came of it. */
export type Step = {
  readonly kind: StepKind;
  /** Asked for when it is taken only: far more steps are possible than are taken. */
  readonly name: () => string;
  readonly run: () => string | Promise<string>;
};
const stepKinds = ["operation", "retry", "function", "call", "timer", "stream", "queue", "wait"] as const;
type StepKind = (typeof stepKinds)[number];

/** How willingly each kind of step is taken; a run in which one kind always comes last finds other things. */
export type Pace = Readonly<Record<StepKind, number>>;
export const drawPace = (random: Random): Pace =>
  Object.fromEntries(stepKinds.map((kind) => [kind, random.pick([0.2, 1, 1, 5])])) as Pace;

/** While a schedule's function failed and waits for another try, nothing says until when. */
const unknownWaitMs = 60_000;

const keysOf = (request: object): string =>
  (JSON.stringify(request).match(/"pk":\{"S":"[^"]*"\}/g) ?? []).map((key) => key.slice(11, -2)).join(" ");

const describe = ({ outgoing, invocation }: Call): string => {
  const [, operation = ""] = outgoing.target.split(".");
  const request = JSON.parse(outgoing.body.toString());
  return `${invocation.spec.name}#${invocation.id} ${operation} ${request.IndexName ?? ""} ${keysOf(request)}`;
};

const waits = (world: World): Step[] => {
  const { queueLines, client, bus, scheduler, clock, invocations } = world;
  const times = [...queueLines.map((line) => line.nextDue()), client.nextDue(), bus.nextDue()];
  const due = times.filter((time): time is number => time !== undefined && time > clock.now());
  const isIdle = invocations.running() === 0 && invocations.waiting().length === 0;
  const isStalled = due.length === 0 && scheduler.pending() > 0 && isIdle;
  if (due.length === 0 && !isStalled) return [];
  const until = isStalled ? clock.now() + unknownWaitMs : Math.min(...due);
  const run = () => {
    clock.moveTo(until);
    return `${until}`;
  };
  return [{ kind: "wait", name: () => "wait", run }];
};

const timers = ({ invocations, time, clock }: World): Step[] => {
  const timer = invocations.nextTimer();
  if (timer === undefined) return [];
  const run = () => {
    const passed = time.fire(timer);
    clock.moveTo(clock.now() + passed);
    return `${passed} ms`;
  };
  return [{ kind: "timer", name: () => "timer", run }];
};

/** Everything that can happen next, but for new operations. */
export const possibleSteps = (world: World): Step[] => {
  const { invocations, streamLines, queueLines, client, letThrough } = world;
  return [
    ...client.due().map((task): Step => {
      const run = async () => {
        await client.retry(task);
        return `${task.attempts.length}`;
      };
      return { kind: "retry", name: () => `retry ${task.index}`, run };
    }),
    ...invocations.waiting().map((invocation): Step => {
      const run = () => {
        invocations.start(invocation);
        return "";
      };
      return { kind: "function", name: () => `start ${invocation.spec.name}#${invocation.id}`, run };
    }),
    ...invocations
      .held()
      .map((call): Step => ({ kind: "call", name: () => describe(call), run: () => letThrough(call) })),
    ...timers(world),
    ...streamLines
      .filter((line) => line.isReady())
      .map((line): Step => ({ kind: "stream", name: () => `stream ${line.name}`, run: line.deliver })),
    ...queueLines
      .filter((line) => line.isReady())
      .map((line): Step => ({ kind: "queue", name: () => `queue ${line.name}`, run: line.deliver })),
    ...waits(world),
  ];
};
