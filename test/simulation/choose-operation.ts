import { allSimulated } from "./all-simulated.ts";
import { createRandom } from "./machine/random.ts";
import type { Model, Operation, Simulated } from "./simulated.ts";

/** A mood lasts for so many operations: for a whole run of a simulation. */
const moodOperations = 64;

/** What is asked of the API next: the same for the same seed, index and knowledge. */
export const chooseOperation = (
  seed: number,
  index: number,
  known: Pick<Model, "seen" | "now">,
  among: readonly Simulated[] = allSimulated,
): Operation => {
  const random = createRandom(seed, "operation", index);
  const mood = createRandom(seed, "mood", Math.floor(index / moodOperations)).next();
  const model: Model = { ...known, mood, word: () => `word-${index}` };
  return random.weighted(among.map((each) => [each.share, each] as const)).operation(random, model);
};
