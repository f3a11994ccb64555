import { type Crew, openCrew } from "./crew/crew.ts";
import { failedSeeds } from "./failed-seeds.ts";
import { drawPlan } from "./plan.ts";
import { explain, plansOf, playAll } from "./play-seeds.ts";

/** Far more than it takes on a quiet machine, so that a busy one is no failure. */
const patienceMs = 15 * 60_000;
/** Other seeds in every run, so that every run of the tests looks at something nobody has seen. */
const fresh = 30;
const firstFresh = 1_000_000 + (Math.floor(Date.now() / 1000) % 1_000_000_000);

describe("the product under faults, played from seeds", () => {
  let crew: Crew;
  beforeAll(async () => {
    crew = await openCrew(2);
  });
  afterAll(() => crew.close());

  it(
    "keeps its promises, whatever goes wrong",
    async () => {
      const seeds = Array.from({ length: fresh }, (_, at) => firstFresh + at);
      const plans = [...failedSeeds.map(({ plan }) => plan), ...plansOf(seeds)];
      const { done, failed } = await playAll(crew, plans);
      const [first] = failed;
      if (first !== undefined)
        throw new Error(
          `${await explain(crew, first)}\nnpm run simulate -- --only ${first.plan.seed} plays it again`,
        );
      expect(done).toHaveLength(plans.length);
    },
    patienceMs,
  );

  it(
    "finds the same whether its database is the model or DynamoDB Local, which answers every call alike",
    async () => {
      const plans = plansOf([firstFresh, firstFresh + 1]);
      const hashes = ({ done }: Awaited<ReturnType<typeof playAll>>) =>
        done.map(({ plan, hash }) => `${plan.seed} ${hash}`).toSorted();
      const { failed, ...compared } = await playAll(crew, plans, undefined, true);
      expect(failed.flatMap(({ broken }) => broken)).toEqual([]);
      expect(hashes({ failed, ...compared })).toEqual(hashes(await playAll(crew, plans)));
    },
    patienceMs,
  );

  it(
    "does the same for the same seed, in whichever process",
    async () => {
      const seeds = [1, 2];
      const other = await openCrew(1);
      const play = (by: Crew) => Promise.all(seeds.map((seed) => by.play({ plan: drawPlan(seed) })));
      const hashes = (runs: Awaited<ReturnType<typeof play>>) => runs.map(({ hash }) => hash);
      try {
        const [once, again, elsewhere] = await Promise.all([play(crew), play(crew), play(other)]);
        expect(new Set(hashes(once)).size).toBe(seeds.length);
        expect(hashes(again)).toEqual(hashes(once));
        expect(hashes(elsewhere)).toEqual(hashes(once));
      } finally {
        await other.close();
      }
    },
    patienceMs,
  );
});
