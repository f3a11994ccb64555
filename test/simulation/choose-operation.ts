import { allSimulated } from "./all-simulated.ts";
import { createRandom } from "./machine/random.ts";
import type { Model, Operation, Simulated } from "./simulated.ts";

/** A mood lasts for so many operations: for a whole run of a simulation. */
const moodOperations = 64;

/**
 * Most runs are mostly about one service. A run has some twenty operations, and if three services share them,
 * each only has its first records made: nobody ever publishes, resolves or gives back anything.
 */
const focusChance = 0.8;
const focusWeight = 8;

type Weighted = readonly (readonly [number, Simulated])[];

const weightsOf = (among: readonly Simulated[], seed: number, era: number): Weighted => {
  const random = createRandom(seed, "focus", era);
  // A service of few operations is looked at as deeply as one of many, if less often.
  const chances = among.map((each) => [Math.sqrt(each.share), each] as const);
  const focus = random.chance(focusChance) ? random.weighted(chances) : undefined;
  const most = Math.max(...among.map(({ share }) => share));
  return among.map((each) => [each === focus ? most * focusWeight : each.share, each]);
};

/** What is asked of the API next: the same for the same seed, index and knowledge. */
export const chooseOperation = (
  seed: number,
  index: number,
  known: Pick<Model, "seen" | "now">,
  among: readonly Simulated[] = allSimulated,
): Operation => {
  const random = createRandom(seed, "operation", index);
  const era = Math.floor(index / moodOperations);
  const mood = createRandom(seed, "mood", era).next();
  const model: Model = { ...known, mood, word: () => `word-${index}` };
  return random.weighted(weightsOf(among, seed, era)).operation(random, model);
};
