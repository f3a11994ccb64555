import { type Crew, openCrew } from "./crew/crew.ts";
import { findBySeed, findVariant } from "./find-variants.ts";
import { firstBroken, shrink } from "./shrink.ts";
import { type Variant, variants } from "./variants.ts";

const patienceMs = 15 * 60_000;
/** A real failure shrinks further; here it is enough to see that it does. */
const fewRuns = 8;

describe("the simulation finds", () => {
  let crew: Crew;
  const found = new Map<string, Awaited<ReturnType<typeof findVariant>>>();
  const find = async (variant: Variant) => found.set(variant.name, await findVariant(crew, variant));
  beforeAll(async () => {
    crew = await openCrew(2);
    await Promise.all(variants.map(find));
  }, patienceMs);
  afterAll(() => crew.close());

  it.each(variants.map(({ name }) => [name]))("%s", (name) => {
    expect(found.get(name)?.broken.length).toBeGreaterThan(0);
  });

  it(
    "the smaller plan behind a failure",
    async () => {
      const variant = variants.find(({ name }) => name === "a publisher that ignores FailedEntryCount");
      const failing = variant && (await findBySeed(crew, variant));
      if (failing === undefined) throw new Error("No seed finds it any more");
      const { plan } = failing;
      const play = (smaller: typeof plan) => crew.play({ plan: smaller, variant: variant?.name });
      const shrunk = await shrink(failing, play, fewRuns);
      expect(shrunk.faults.length + shrunk.operations.length).toBeLessThan(
        (plan.faults.length + plan.operations.length) / 2,
      );
      expect((await play(shrunk)).broken.map(({ invariant }) => invariant)).toContain(firstBroken(failing));
    },
    patienceMs,
  );
});
