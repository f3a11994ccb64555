import { allSimulated } from "./all-simulated.ts";
import { createRandom } from "./machine/random.ts";
import type { Model, Operation, Simulated } from "./simulated.ts";

/** What is asked of the API next: the same for the same seed, index and knowledge. */
export const chooseOperation = (
  seed: number,
  index: number,
  known: Pick<Model, "seen" | "now">,
  among: readonly Simulated[] = allSimulated,
): Operation => {
  const random = createRandom(seed, "operation", index);
  const model: Model = { ...known, word: () => `word-${index}` };
  return random.weighted(among.map((each) => [each.share, each] as const)).operation(random, model);
};
