import type { Stats } from "../../infra/local/cloud/snapshot.ts";
import { judge } from "../simulation/judge.ts";
import { createRandom } from "../simulation/machine/random.ts";
import { createCallers } from "./callers.ts";
import { comeToRest } from "./come-to-rest.ts";
import { gather } from "./gather.ts";
import { type Report, reportOf } from "./report.ts";
import { startSoakCloud } from "./soak-cloud.ts";
import { createTroubles } from "./troubles.ts";

export type SoakOptions = {
  readonly minutes: number;
  readonly seed: number;
  readonly callers: number;
  readonly progress?: (text: string) => void;
};

/** Drives load through a cloud of its own while it is hurt, then judges what is left of it. */
export const runSoak = async ({ minutes, seed, callers, progress }: SoakOptions): Promise<Report> => {
  const say = progress ?? (() => undefined);
  const cloud = await startSoakCloud(callers);
  try {
    const lengthMs = minutes * 60_000;
    const untilMs = Date.now() + lengthMs;
    const people = createCallers({ url: cloud.url, seed, callers });
    const denied: Stats["denied"][number][] = [];
    const troubles = createTroubles(cloud, createRandom(seed, "troubles"), lengthMs, async () => {
      // A restart forgets who was denied what.
      denied.push(...(await cloud.control<Stats>("status")).denied);
    });
    const ticking = setInterval(
      () => say(`${people.tasks().length} operations, ${troubles.made().length} troubles`),
      15_000,
    );
    await Promise.all([people.work(untilMs), troubles.make(untilMs)]).finally(() => clearInterval(ticking));
    say(`load is over after ${people.tasks().length} operations; coming to rest`);
    const rest = await comeToRest(cloud);
    say("at rest; judging");
    const made = troubles.made();
    const facts = await gather({
      cloud,
      tasks: people.tasks(),
      troubles: made,
      denied,
      rest: rest.drained,
    });
    const { lines, unclear } = people.errors();
    return reportOf({
      minutes,
      seed,
      callers,
      facts,
      broken: await judge(facts),
      troubles: made,
      rest,
      errors: lines,
      unclear: unclear.filter((each) => !facts.killedTries.has(each.try)),
      latencies: people.latencies(),
    });
  } finally {
    await cloud.stop();
  }
};
