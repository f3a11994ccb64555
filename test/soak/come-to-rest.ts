import type { DrainResult } from "../../infra/local/cloud/drain.ts";
import type { Stats } from "../../infra/local/cloud/snapshot.ts";
import type { SoakCloud } from "./soak-cloud.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
/** Past every visibility time-out, then past every automatic closing (5 days by default), then the last sweeps. */
const pauses = [6 * minute, day, day, day, day, day, day, 6 * minute, 6 * minute, 6 * minute];
/** A backlog of thousands of events takes its time. */
const drainMs = 180_000;

/** What there was to do after the load had ended. */
export type Rest = {
  readonly drained: DrainResult;
  /** Dead letters that were moved back, as the operators' guide says. */
  readonly redriven: number;
  readonly seconds: number;
};

const drain = (cloud: SoakCloud): Promise<DrainResult> =>
  cloud.control("drain", { timeoutMs: drainMs, advance: true });

/** Lets everything be done: what is left, what is dead and can be done again, and what is due later. */
export const comeToRest = async (cloud: SoakCloud): Promise<Rest> => {
  const begunAt = performance.now();
  await drain(cloud);
  const { queues } = await cloud.control<Stats>("status");
  let redriven = 0;
  for (const { arn, visible, isDeadLetter } of queues)
    if (isDeadLetter && visible > 0)
      redriven += (await cloud.control<{ moved: number }>("redrive", { arn })).moved;
  let drained = await drain(cloud);
  for (const pause of pauses) {
    const { now } = await cloud.control<{ now: string }>("clock");
    await cloud.control("clock", { now: new Date(Date.parse(now) + pause).toISOString() });
    drained = await drain(cloud);
  }
  return { drained, redriven, seconds: (performance.now() - begunAt) / 1000 };
};
