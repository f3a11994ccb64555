import fc from "fast-check";
import type { Ci } from "../../../../services/configuration/ci.ts";
import { RelationTypeChanged } from "../../../../services/configuration/events.ts";
import { mustNameWhatIsThere } from "../../../../services/configuration/query/check-names.ts";
import { type Query, QueryAsk } from "../../../../services/configuration/query/ci-query.ts";
import { findCis } from "../../../../services/configuration/query/find-cis.ts";
import type { Relation } from "../../../../services/configuration/relation.ts";
import type { RelationType } from "../../../../services/configuration/relation-type.ts";
import { occurred } from "../../../../shared/dynamo/record.ts";
import { type Workbench, workbench } from "../import/workbench.ts";

const classes = ["server", "linux_server", "application", "business_service"];
const environments = ["production", "test", ""];
/** Impact flows against the direction, with it, both ways, and not at all. */
const types = ["depends-on", "member-of", "mirrors-with", "managed-by"];

/** Small numbers that look drawn and are the same each time. */
const drawn = (seed: number) => () => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed;
};

describe("a query over the graph", () => {
  let bench: Workbench;
  let cis: readonly Ci[];
  let relations: readonly Relation[];
  beforeAll(async () => {
    bench = await workbench();
    await bench.source("src.hr", { format: "csv" });
    const mirrors = { name: "mirrors with", reverseName: "mirrors with" };
    const told = { relationType: { id: "mirrors-with", ...mirrors, retired: false } };
    const allowed = [{ from: "ci", to: "ci" }];
    const fields = { ...mirrors, impact: "both", allowed, state: "active" } as const;
    const made = [occurred<unknown, RelationType>(RelationTypeChanged as never, told, fields)];
    await bench.context().relationTypes.createAs("mirrors-with", made);
    const next = drawn(7);
    const rows = Array.from({ length: 24 }, (_, i) => {
      const [classId, environment] = [classes[i % 4], environments[next() % 3]];
      return `${classId},k${i},ci-${i},${environment},${i % 5 === 0 ? "" : `p${i % 3}`}`;
    });
    const ties = Array.from(
      { length: 60 },
      () => `k${next() % 24},${types[next() % types.length]},k${next() % 24}`,
    );
    await bench.bring("src.hr", [
      ["class,key,name,environment,ownerId", ...rows].join("\n"),
      ["from,relation,to", ...new Set(ties)].join("\n"),
    ]);
    const { allCis, relations: all } = bench.context();
    const ids: string[] = [];
    for await (const page of allCis.ids({ index: "cisByState", partition: "live" })) ids.push(...page);
    cis = [...(await allCis.present(ids)).values()];
    const found: string[] = [];
    for (const partition of ids)
      for await (const page of all.ids({ index: "relationsFrom", partition })) found.push(...page);
    relations = [...(await all.present(found)).values()];
  });
  afterAll(() => bench.stop());

  const query = (fields: object): Query => {
    const { most: _most, ...rest } = QueryAsk.parse(fields);
    return rest;
  };
  const run = async (asked: object, more: { most?: number; mayTell?: (ci: Ci) => boolean } = {}) => {
    const context = bench.context();
    const finding = { most: 10_000, isOver: () => false, cis: context.allCis, ...more } as never;
    return findCis(query(asked), finding, context);
  };
  const names = async (asked: object) => (await run(asked)).cis.map(({ name }) => name).toSorted();

  /** The same, worked out in memory from all there is. */
  const naively = ({ classId, where, steps, list }: Query): string[] => {
    const isOf = (ci: Ci, id?: string) => id === undefined || (ci.classPath as string[]).includes(id);
    const meets = (ci: Ci, conditions: Query["where"]) =>
      conditions.every((each) => {
        const value = ci[each.field as "environment"];
        if (each.is === "missing") return value === undefined;
        return each.is === "equals" && value === each.value;
      });
    const byId = new Map(cis.map((ci) => [ci.id as string, ci]));
    const on = (id: string, { typeIds, direction, classId: to, where: must }: Query["steps"][number]) =>
      relations
        .filter(({ typeId }) => (typeIds as string[]).includes(typeId))
        .flatMap(({ fromId, toId }) => {
          const [here, there] = direction === "forward" ? [fromId, toId] : [toId, fromId];
          const other = byId.get(there);
          return here === id && other && isOf(other, to) && meets(other, must) ? [there as string] : [];
        });
    const ends = (id: string) =>
      steps.reduce<readonly string[]>((at, step) => at.flatMap((each) => on(each, step)), [id]);
    const firsts = cis.filter((ci) => isOf(ci, classId) && meets(ci, where)).map(({ id }) => id as string);
    const listed = {
      first: () => firsts.filter((id) => ends(id).length > 0),
      last: () => firsts.flatMap(ends),
      first_without: () => firsts.filter((id) => ends(id).length === 0),
    };
    return [...new Set(listed[list]().map((id) => byId.get(id)?.name ?? ""))].toSorted();
  };

  const condition = fc.oneof(
    fc.constant({ field: "ownerId", is: "missing" }),
    fc.constantFrom("production", "test").map((value) => ({ field: "environment", is: "equals", value })),
  );
  const where = fc.array(condition, { maxLength: 1 });
  const step = fc.record(
    {
      typeIds: fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
      direction: fc.constantFrom("forward", "reverse"),
      classId: fc.constantFrom("server", "application", "ci"),
      where,
    },
    { requiredKeys: ["typeIds", "direction"] },
  );
  const asked = fc
    .record({
      classId: fc.constantFrom("ci", "server", "application", "hardware"),
      where,
      steps: fc.array(step, { maxLength: 3 }),
      list: fc.constantFrom("first", "last", "first_without"),
    })
    .filter(({ steps, list }) => list === "first" || steps.length > 0);

  test("finds what going over everything by hand finds", async () => {
    expect(relations.length).toBeGreaterThan(30);
    await fc.assert(
      fc.asyncProperty(asked, async (one) => expect(await names(one)).toEqual(naively(query(one)))),
      { numRuns: 60 },
    );
  });

  test("tells only what is right where it is cut, and says so", async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 40 }), async (one, most) => {
        const { cis: found, truncated, lookedAt } = await run(one, { most });
        const all = naively(query(one));
        expect(lookedAt).toBeLessThanOrEqual(most);
        expect(all).toEqual(expect.arrayContaining(found.map(({ name }) => name)));
        if (truncated === undefined) expect(found).toHaveLength(all.length);
      }),
      { numRuns: 60 },
    );
  });

  test("does not go through what who asks may not see, and does not count what all must not know", async () => {
    const [hidden] = relations.filter(({ typeId }) => typeId === "depends-on").map(({ toId }) => toId);
    const steps = [{ typeIds: ["depends-on"], direction: "forward" }];
    const { cis: all } = await run({ steps, list: "last" });
    expect(all.map(({ id }) => id)).toContain(hidden);
    const { cis: told } = await run({ steps, list: "last" }, { mayTell: ({ id }) => id !== hidden });
    expect(told.map(({ id }) => id)).not.toContain(hidden);
  });

  test("that names a class, a type or an attribute that is not there is refused at that place", async () => {
    const faults = async (fields: object) =>
      mustNameWhatIsThere(query(fields), bench.context()).then(
        () => [],
        ({ violations }: { violations: { path: string }[] }) => violations.map(({ path }) => path),
      );
    const along = { typeIds: ["depends-on"], direction: "forward" };
    expect(await faults({ classId: "no_such" })).toEqual(["body.classId"]);
    expect(await faults({ steps: [{ ...along, typeIds: ["eats-up"] }] })).toEqual(["body.steps.0.typeIds.0"]);
    const cores = { field: "attributes.cpuCores", is: "missing" };
    expect(await faults({ classId: "application", where: [cores] })).toEqual(["body.where.0.field"]);
    expect(
      await faults({ classId: "hardware", where: [cores], steps: [{ ...along, where: [cores] }] }),
    ).toEqual([]);
  });

  test("without steps has no last ones", () => {
    expect(QueryAsk.safeParse({ list: "last" }).success).toBe(false);
  });
});
