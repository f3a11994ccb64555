import * as z from "zod";
import { serviceActor } from "../../../shared/access/actor.ts";
import { systemClock } from "../../../shared/domain/clock.ts";
import { type Bundles, createBundles } from "../../../shared/dynamo/bundles.ts";
import { occurred, type RecordBase, type RecordType } from "../../../shared/dynamo/record.ts";
import { createRecords, type Records } from "../../../shared/dynamo/records.ts";
import { defineEvent } from "../../../shared/events/event-type.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";

/** Something that belongs to shelves: in one part of each. */
type Thing = RecordBase & {
  readonly shelves: readonly { readonly name: string; readonly part: number; readonly size: number }[];
};
const ThingMoved = defineEvent({
  source: "itsm.test",
  type: "ThingMoved",
  version: 1,
  summary: "Moved.",
  data: z.object({}),
});
const thingRecords: RecordType<Thing> = {
  prefix: "T",
  indexes: () => ({}),
  ties: ({ id, shelves }) =>
    shelves.map(({ name, part, size }) => ({ bundle: name, part, entry: id, value: { size } })),
  long: [],
  view: (_actor, thing) => thing,
  viewEntry: (_actor, _thing, entry) => entry,
};

describe("what records tie together", () => {
  let table: FreshTable;
  let things: Records<Thing>;
  let bundles: Bundles;
  beforeAll(async () => {
    table = await freshTable({ indexes: { unused: "Nothing" } });
    const scope = { ...table, clock: systemClock, actor: serviceActor("test"), correlationId: "c" };
    things = createRecords(thingRecords, scope);
    bundles = createBundles(scope);
  });
  afterAll(() => table.stop());

  const put = (id: string, shelves: Thing["shelves"]) =>
    things.createAs(id, [occurred<object, Thing>(ThingMoved, {}, { shelves })]);
  const move = (id: string, shelves: Thing["shelves"]) =>
    things.update(id, undefined, () => [occurred<object, Thing>(ThingMoved, {}, { shelves })]);
  const on = async (name: string, most?: number) => {
    const bundle = (await bundles.read<{ size: number }>([name], most)).get(name);
    return { entries: Object.fromEntries(bundle?.entries ?? []), total: bundle?.total };
  };

  it("is found together by one read, with what each says", async () => {
    await put("a", [{ name: "s", part: 0, size: 1 }]);
    await put("b", [{ name: "s", part: 0, size: 2 }]);
    expect(await on("s")).toEqual({ entries: { a: { size: 1 }, b: { size: 2 } }, total: 2 });
  });

  it("changes with its record, and is gone with the tie", async () => {
    await move("a", [{ name: "s", part: 0, size: 9 }]);
    expect((await on("s")).entries.a).toEqual({ size: 9 });
    await move("a", [{ name: "other", part: 0, size: 9 }]);
    expect(await on("s")).toEqual({ entries: { b: { size: 2 } }, total: 1 });
    expect(await on("other")).toEqual({ entries: { a: { size: 9 } }, total: 1 });
  });

  it("may lie in further parts, and move between them, and is counted once", async () => {
    await put("c", [{ name: "s", part: 3, size: 3 }]);
    expect(await on("s")).toEqual({ entries: { b: { size: 2 }, c: { size: 3 } }, total: 2 });
    await move("c", [{ name: "s", part: 5, size: 3 }]);
    await move("b", [{ name: "s", part: 5, size: 2 }]);
    expect(await on("s")).toEqual({ entries: { b: { size: 2 }, c: { size: 3 } }, total: 2 });
    await move("c", []);
    await move("b", []);
    expect(await on("s")).toEqual({ entries: {}, total: 0 });
  });

  it("spreads over parts when it grows, and a reader who wants no more reads no more of them", async () => {
    for (let n = 0; n < 120; n++) {
      const part = await bundles.partFor("large", `x${n}`);
      await put(`x${n}`, [{ name: "large", part, size: n }]);
    }
    const all = await on("large");
    expect([Object.keys(all.entries).length, all.total]).toEqual([120, 120]);
    const few = await on("large", 10);
    expect(few.total).toBe(120);
    expect(Object.keys(few.entries).length).toBeLessThan(120);
    expect(Object.keys(few.entries).length).toBeGreaterThanOrEqual(10);
  });

  it("of nothing is nothing", async () => {
    expect(await bundles.read(["nothing"])).toEqual(new Map());
    expect(await bundles.read([])).toEqual(new Map());
  });
});
