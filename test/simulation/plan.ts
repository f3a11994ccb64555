import { drawFaults } from "./draw-faults.ts";
import { drawServices } from "./draw-services.ts";
import type { Fault } from "./faults.ts";
import { createRandom } from "./machine/random.ts";
import type { Operation } from "./simulated.ts";

/** What a run consists of; everything else follows from it. */
export type Plan = {
  readonly seed: number;
  /** Services that are deployed; of the others there is nothing. */
  readonly services: readonly string[];
  /** Operations by number: the same number asks for the same as long as clients know the same. */
  readonly operations: readonly number[];
  /** Operations from this number on come when all is well again, one a day: together with all that falls due. */
  readonly lateFrom?: number;
  /** What operations ask for where that is not to be drawn: in plans that are kept, whatever is drawn by then. */
  readonly asked?: Readonly<Record<number, Operation>>;
  readonly faults: readonly Fault[];
};

/** Enough for records to get in each other's way, few enough for about a second. */
const least = 16;
const most = 44;
/** People who come back days later. */
const late = 4;

/** The plan that a seed stands for. */
export const drawPlan = (seed: number): Plan => {
  const random = createRandom(seed, "plan");
  const operations = Array.from({ length: random.between(least, most) }, (_, index) => index);
  // Now and then all is well: what breaks then needs no fault.
  const faults = random.chance(0.05) ? [] : drawFaults(random, operations.length);
  const lateFrom = operations.length - late;
  return { seed, services: drawServices(createRandom(seed, "services")), operations, lateFrom, faults };
};
