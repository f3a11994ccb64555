import { simulatedOf } from "./all-simulated.ts";
import { chooseOperation } from "./choose-operation.ts";
import { countAll } from "./cloud/counts.ts";
import type { Records } from "./cloud/records.ts";
import { createWorld, type World } from "./cloud/world.ts";
import { gatherFacts } from "./facts.ts";
import { createFaults, type Faults } from "./faults.ts";
import { type Broken, judge } from "./judge.ts";
import type { Lab } from "./lab.ts";
import { createRandom, type Random } from "./machine/random.ts";
import type { Plan } from "./plan.ts";
import { reachedIn } from "./reach.ts";
import { drawPace, type Pace, possibleSteps, type Step } from "./steps.ts";
import { createTrace, type Trace } from "./trace.ts";

export type Outcome = {
  readonly plan: Plan;
  readonly broken: readonly Broken[];
  readonly hash: string;
  readonly trace: readonly string[];
  readonly injected: ReturnType<Faults["injected"]>;
  readonly places: ReturnType<Faults["places"]>;
  readonly output: readonly string[];
  /** Calls of functions in the order in which faults count them. */
  readonly calls: ReturnType<Records["all"]>["calls"];
  /** What operations asked for, by number. */
  readonly asked: NonNullable<Plan["asked"]>;
  /** What there was of everything, in words. */
  readonly counts: Readonly<Record<string, number>>;
  /** Operations that were asked with success, schedules and events that led to a write (`reach.ts`). */
  readonly reached: readonly string[];
  readonly milliseconds: number;
};

/** A run that takes more steps than this goes round in circles: runs take some 600, the longest 3000. */
const mostSteps = 10_000;
const mostClients = 4;
const minute = 60_000;
const day = 24 * 60 * minute;
/** People let minutes go by between what they do. */
const pauses = [1, 6, 16];
/** How the clock goes on after healing: for every pause longest by default, resolved incidents close after 5 days. */
const afterwards = [6 * minute, day, day, day, 3 * day, 12 * minute];

type Run = {
  readonly plan: Plan;
  readonly world: World;
  readonly random: Random;
  readonly faults: Faults;
  readonly pace: Pace;
  readonly trace: Trace;
};

const createStepper = ({ plan, world, random, faults, pace, trace }: Run) => {
  const { clock, client, activity, knowledge } = world;
  const clients = random.between(1, mostClients);
  const among = simulatedOf(plan.services);
  let begun = 0;
  let steps = 0;
  let lateAllowed = 0;

  const begin = (): Step[] => {
    const index = plan.operations[begun];
    if (index === undefined || client.unfinished() >= clients) return [];
    if (index >= (plan.lateFrom ?? index + 1) + lateAllowed) return [];
    const run = async () => {
      begun++;
      if (random.chance(0.3)) clock.moveTo(clock.now() + random.pick(pauses) * minute);
      // What the clock set off comes first: checking a token takes real time, however long.
      await activity.settled();
      const operation =
        plan.asked?.[index] ??
        chooseOperation(plan.seed, index, { seen: knowledge.seen, now: clock.now }, among);
      await client.start(index, operation);
      return JSON.stringify(operation);
    };
    return [{ kind: "operation", name: () => `operation ${index}`, run }];
  };
  const jump = () => {
    for (const fault of faults.at("step")) {
      faults.inject(fault);
      clock.moveTo(clock.now() + fault.amount);
      trace.add(`jump ${fault.amount}`);
    }
  };
  /** One step; false when nothing can happen any more. */
  const step = async (): Promise<boolean> => {
    if (++steps > mostSteps) throw new Error(`no rest after ${mostSteps} steps`);
    clock.moveTo(clock.now() + random.int(15));
    jump();
    await activity.settled();
    const possible = [...begin(), ...possibleSteps(world)];
    if (possible.length === 0) return false;
    const step = random.weighted(possible.map((each) => [pace[each.kind], each] as const));
    const name = step.name();
    const result = await step.run();
    await activity.settled();
    trace.add(`${clock.now()} ${name}: ${result}`);
    return true;
  };
  /** Lets the next of the late operations begin. */
  const allowLate = () => void lateAllowed++;
  return { step, allowLate };
};

/** What the operators' guide says to do once the cause is gone. */
const redrive = ({ queues, queueLines }: World) => {
  const worked = new Set(queueLines.map(({ name }) => name));
  for (const { arn, name } of queues.counts()) if (!worked.has(name)) queues.redrive(arn);
};

const play = async (run: Run): Promise<void> => {
  const { world, faults, trace } = run;
  const { step, allowLate } = createStepper(run);
  const rest = async () => {
    while (await step());
  };
  await rest();
  faults.heal();
  trace.add("healed");
  redrive(world);
  await rest();
  for (const pause of afterwards) {
    world.clock.moveTo(world.clock.now() + pause);
    allowLate();
    await rest();
  }
};

/** Plays a plan on a database of its own and judges what it comes to; `isCompared`: on two (`Lab.openDatabase`). */
export const runPlan = async (lab: Lab, plan: Plan, isCompared = false): Promise<Outcome> => {
  const begunAt = performance.now();
  const isDeployed = plan.faults.some(({ kind }) => kind === "deploy");
  await lab.prepare(plan.services, isDeployed ? ["present", "older"] : ["present"]);
  const database = await lab.openDatabase(isCompared);
  const random = createRandom(plan.seed, "run");
  const faults = createFaults(plan.faults);
  const trace = createTrace();
  const world = await createWorld({
    lab,
    services: plan.services,
    seed: String(plan.seed),
    database,
    faults,
    random,
  });
  const pace = drawPace(random);
  let broken: readonly Broken[];
  try {
    await play({ plan, world, random, faults, pace, trace });
    const facts = await gatherFacts(world, database);
    for (const items of facts.items.values())
      for (const line of items.map((item) => JSON.stringify(item)).toSorted()) trace.add(line);
    broken = await judge(facts, plan.services);
  } catch (error) {
    broken = [{ invariant: "a run comes to an end", why: String((error as Error).stack) }];
  }
  await world.stop();
  database.close();
  return {
    plan,
    broken,
    hash: trace.hash(),
    trace: trace.lines(),
    injected: faults.injected(),
    places: faults.places(),
    output: world.records.all().output,
    calls: world.records.all().calls,
    asked: Object.fromEntries(world.client.tasks().map(({ index, operation }) => [index, operation])),
    counts: countAll(world),
    reached: reachedIn(world),
    milliseconds: performance.now() - begunAt,
  };
};
