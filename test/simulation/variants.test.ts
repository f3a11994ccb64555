import { type Crew, openCrew } from "./crew/crew.ts";
import { findBySeed, findVariant, playVariant } from "./find-variants.ts";
import type { Plan } from "./plan.ts";
import type { Outcome } from "./run-plan.ts";
import { firstBroken, shrink } from "./shrink.ts";
import { type Variant, variants } from "./variants.ts";

const patienceMs = 15 * 60_000;
/** A real failure shrinks further; here it is enough to see that it does. */
const fewRuns = 8;

describe("the simulation finds", () => {
  let crew: Crew;
  type Found = { readonly wrong: Outcome | undefined; readonly right: Outcome | undefined };
  const found = new Map<string, Found>();
  const find = async (variant: Variant) => {
    const wrong = await findVariant(crew, variant);
    found.set(variant.name, { wrong, right: wrong && (await crew.play({ plan: wrong.plan })) });
  };
  beforeAll(async () => {
    crew = await openCrew(2);
    await Promise.all(variants.map(find));
  }, patienceMs);
  afterAll(() => crew.close());

  it.each(variants.map(({ name, breaks }) => [name, breaks]))(
    "%s, in that not always %s, and nothing where it is right",
    (name, breaks) => {
      const { wrong, right } = found.get(name) as Found;
      expect(wrong?.broken[0]?.invariant).toBe(breaks);
      expect(right?.broken).toEqual([]);
    },
  );

  it(
    "the smaller plan behind a failure",
    async () => {
      const variant = variants.find(({ name }) => name === "a publisher that ignores FailedEntryCount");
      if (variant === undefined) throw new Error("There is no such mistake any more");
      const play = (smaller: Plan) => playVariant(crew, variant, smaller);
      const failing = await findBySeed(crew, variant);
      if (failing === undefined) throw new Error("No seed finds it any more");
      const { plan } = failing;
      const shrunk = await shrink(failing, play, fewRuns);
      expect(shrunk.faults.length + shrunk.operations.length).toBeLessThan(
        (plan.faults.length + plan.operations.length) / 2,
      );
      expect(firstBroken(await play(shrunk))).toBe(variant.breaks);
    },
    patienceMs,
  );
});
