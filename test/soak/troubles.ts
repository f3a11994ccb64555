import { setTimeout as sleep } from "node:timers/promises";
import type { Random } from "../simulation/machine/random.ts";
import type { SoakCloud } from "./soak-cloud.ts";

/** What is done to the running cloud. */
export const troubleKinds = [
  "function killed",
  "database killed",
  "database halted",
  "consumer off",
  "everything killed",
] as const;
export type TroubleKind = (typeof troubleKinds)[number];

/** A trouble that happened; epoch milliseconds. */
export type Trouble = {
  readonly kind: TroubleKind;
  /** The function or queue concerned, where there is one. */
  readonly what?: string;
  readonly from: number;
  readonly until: number;
};

export type Troubles = {
  /** Makes trouble until the time is over, or until the first failure to do so. */
  readonly make: (untilMs: number) => Promise<void>;
  readonly made: () => readonly Trouble[];
};

type Queue = { readonly name: string; readonly arn: string; readonly isDeadLetter: boolean };

/** One function is killed about every so many milliseconds. */
const betweenKillsMs = 3000;

type Planned = { readonly at: number; readonly kind: TroubleKind; readonly ms: number };

/**
 * Spread over the run: the database is lost every 90 s, halted every 60 s, a consumer is off every 2 minutes,
 * and everything is lost once, or twice in a long run; each at least once.
 */
const plan = (random: Random, lengthMs: number): readonly Planned[] => {
  const spread = (kind: TroubleKind, everyMs: number, least: number, most: number): Planned[] => {
    const count = Math.max(1, Math.floor(lengthMs / everyMs));
    return Array.from({ length: count }, (_, index) => ({
      kind,
      at: ((index + 0.2 + 0.6 * random.next()) / count) * lengthMs * 0.85,
      ms: random.between(least, most),
    }));
  };
  const short = lengthMs < 120_000 ? 0.3 : 1;
  return [
    ...spread("database killed", 90_000, 500 * short, 8000 * short),
    // From a hiccup that the SDK's retries bridge to an outage that people hear of.
    ...spread("database halted", 60_000, 500 * short, 15_000 * short),
    ...spread("consumer off", 120_000, 15_000 * short, 40_000 * short),
    ...spread("everything killed", 240_000, 0, 5000 * short),
  ].toSorted((one, other) => one.at - other.at);
};

/** `beforeTheEnd` is awaited before everything is killed. */
export const createTroubles = (
  cloud: SoakCloud,
  random: Random,
  lengthMs: number,
  beforeTheEnd: () => Promise<void>,
): Troubles => {
  const made: Trouble[] = [];
  let isWhole = true;

  const during = async (kind: TroubleKind, work: () => Promise<string | undefined>): Promise<void> => {
    const from = Date.now();
    const what = await work();
    made.push({ kind, from, until: Date.now(), ...(what === undefined ? {} : { what }) });
  };
  const killFunction = async (): Promise<void> => {
    const all = Object.entries(await cloud.containers()).filter(([, pids]) => pids.length > 0);
    if (all.length === 0 || !isWhole) return;
    const [name, pids] = random.pick(all);
    await during("function killed", async () => {
      process.kill(random.pick(pids), "SIGKILL");
      return name;
    });
  };
  const consumerOff = async (ms: number): Promise<string | undefined> => {
    const { queues } = await cloud.control<{ readonly queues: readonly Queue[] }>("status");
    const { arn, name } = random.pick(queues.filter(({ isDeadLetter }) => !isDeadLetter));
    await cloud.control("consuming", { arn, enabled: false });
    await sleep(ms);
    await cloud.control("consuming", { arn, enabled: true });
    return name;
  };
  const nothing = async (work: Promise<void>): Promise<undefined> => {
    await work;
    return undefined;
  };
  const happen = ({ kind, ms }: Planned): Promise<void> =>
    during(kind, async () => {
      if (kind === "consumer off") return consumerOff(ms);
      if (kind === "database killed") return nothing(cloud.loseDatabase(ms));
      if (kind === "database halted") return nothing(cloud.haltDatabase(ms));
      isWhole = false;
      await beforeTheEnd();
      await cloud.loseEverything(ms);
      isWhole = true;
      return undefined;
    });

  const oneByOne = async (begunAt: number, untilMs: number): Promise<void> => {
    for (const planned of plan(random, lengthMs)) {
      await sleep(Math.max(0, begunAt + planned.at - Date.now()));
      if (Date.now() + planned.ms < untilMs) await happen(planned);
    }
  };
  const killing = async (untilMs: number): Promise<void> => {
    while (Date.now() < untilMs) {
      await sleep(betweenKillsMs * (0.3 + 1.4 * random.next()));
      // It may have ended by itself, or with everything else.
      if (isWhole) await killFunction().catch(() => undefined);
    }
  };

  return {
    make: async (untilMs) => {
      await Promise.all([oneByOne(Date.now(), untilMs), killing(untilMs)]);
    },
    made: () => made,
  };
};
