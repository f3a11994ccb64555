import * as fc from "fast-check";
import { serviceActor } from "../../../shared/access/actor.ts";
import { systemClock } from "../../../shared/domain/clock.ts";
import { createBundles } from "../../../shared/dynamo/bundles.ts";
import { createProjections, type ProjectionType } from "../../../shared/dynamo/projections.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";

type Told = { readonly state: string; readonly places: readonly number[] };

const type: ProjectionType<Told> = {
  kind: "TOLD",
  memberships: ({ places }) => places.map((place) => ({ group: `at${place}`, order: "0" })),
  ties: (id, { places, state }) =>
    places.map((place) => ({ bundle: `seen#${id}#${place}`, part: 0, entry: id, value: { state } })),
};

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

describe("what a service keeps of another's records", () => {
  let fresh: FreshTable;
  let calls = 0;
  /** After so many calls that write, the next one fails as if the function had ended. */
  let last = Number.POSITIVE_INFINITY;
  const scope = () => ({
    client: fresh.client,
    table: fresh.table,
    clock: systemClock,
    actor: serviceActor("test"),
    correlationId: "test",
  });
  const projections = (more: Partial<ProjectionType<Told>> = {}) =>
    createProjections({ ...type, ...more }, scope());
  const placesOf = async (id: string, most: number): Promise<readonly number[]> => {
    const found = await Promise.all(
      upTo(most).map(async (at) =>
        (await projections().all(`at${at}`)).some((one) => one.id === id) ? [at] : [],
      ),
    );
    return found.flat();
  };
  const tiedAt = async (id: string, most: number) => {
    const found = await createBundles(scope()).read<{ state: string }>(
      upTo(most).map((place) => `seen#${id}#${place}`),
    );
    return upTo(most).flatMap((place) => {
      const bundle = found.get(`seen#${id}#${place}`);
      expect(bundle?.total ?? 0).toBe(bundle?.entries.size ?? 0);
      return bundle?.entries.get(id) ? [place] : [];
    });
  };

  beforeAll(async () => {
    fresh = await freshTable({ indexes: { unused: "No item is in it" } });
    fresh.client.middlewareStack.add(
      (next, { commandName = "" }) =>
        async (args) => {
          if (/Put|Transact/.test(commandName)) {
            calls += 1;
            if (calls > last) throw new Error("The function ended");
          }
          return next(args);
        },
      { step: "initialize" },
    );
  });
  beforeEach(() => {
    [calls, last] = [0, Number.POSITIVE_INFINITY];
  });
  afterAll(() => fresh.stop());

  test("is the latest word, in whatever order words come", async () => {
    const words = [1, 2, 3].map((sequence) => ({
      sequence,
      value: { state: `s${sequence}`, places: [sequence] },
    }));
    await fc.assert(
      fc.asyncProperty(fc.uuid(), fc.shuffledSubarray(words, { minLength: 3 }), async (subject, order) => {
        for (const { sequence, value } of order) await projections().keep({ subject, sequence }, value);
        expect((await projections().known([subject])).get(subject)?.state).toBe("s3");
        expect(await placesOf(subject, 5)).toEqual([3]);
      }),
      { numRuns: 3 },
    );
  });

  test("may stand in more groups than a transaction holds", async () => {
    const { keep } = projections();
    expect(await keep({ subject: "many", sequence: 1 }, { state: "a", places: upTo(104) })).toMatchObject({
      news: "new",
    });
    expect(await keep({ subject: "many", sequence: 2 }, { state: "b", places: upTo(101) })).toMatchObject({
      news: "new",
      before: { state: "a" },
    });
    expect(await keep({ subject: "many", sequence: 2 }, { state: "b", places: upTo(101) })).toMatchObject({
      news: "same",
    });
    expect((await placesOf("many", 104)).length).toBe(101);
    expect((await tiedAt("many", 104)).length).toBe(101);
  });

  test("is whole, and counted once, wherever a function ended in the middle of it, also when the next word came first", async () => {
    const words = [
      { sequence: 1, value: { state: "a", places: upTo(110) } },
      { sequence: 2, value: { state: "b", places: upTo(60) } },
    ] as const;
    for (const end of [1, 2, 3]) {
      const subject = `cut-${end}`;
      [calls, last] = [0, end];
      await expect(projections().keep({ subject, sequence: 1 }, words[0].value)).rejects.toThrow("ended");
      last = Number.POSITIVE_INFINITY;
      expect((await projections().known([subject])).size).toBe(0);
      const next = end === 2 ? words[0] : words[1];
      await projections().keep({ subject, sequence: next.sequence }, next.value);
      expect((await projections().known([subject])).get(subject)?.state).toBe(next.value.state);
      expect(await placesOf(subject, 110)).toEqual(next.value.places);
      expect(await tiedAt(subject, 110)).toEqual(next.value.places);
    }
  });

  test("is written once where two hear of it at the same moment", async () => {
    const told = { state: "a", places: upTo(70) };
    const news = await Promise.all(
      [1, 2, 3].map(() => projections().keep({ subject: "twins", sequence: 1 }, told)),
    );
    expect(news.filter(({ news: is }) => is === "new").length).toBeGreaterThanOrEqual(1);
    expect(await tiedAt("twins", 70)).toEqual(told.places);
  });

  test("costs no write for members that hold what they held", async () => {
    const { keep, all } = projections({ listed: () => ({}), ties: () => [] });
    await keep({ subject: "still", sequence: 1 }, { state: "a", places: upTo(150) });
    calls = 0;
    await keep({ subject: "still", sequence: 2 }, { state: "b", places: upTo(150) });
    expect(calls).toBe(1);
    expect((await all("at7")).find(({ id }) => id === "still")?.value).toEqual({});
  });
});
