import type { RecordType } from "../../../shared/dynamo/record.ts";
import { createRecords } from "../../../shared/dynamo/records.ts";
import { type Box, type Boxes, boxes, change, newBox, startBoxes } from "../support/box.ts";

/** Boxes that are near to more than one transaction can say. */
const wide: RecordType<Box> = {
  ...boxes,
  edges: () => [],
  spread: ({ id, near }) => near.map((target) => ({ index: "near", target, order: id })),
};
const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `n${from + at}`);

describe("edges that follow their record", () => {
  let world: Boxes;
  beforeAll(async () => {
    world = await startBoxes();
  });
  afterAll(() => world.stop());

  const records = () => createRecords(wide, world.scope("ann"));
  const found = async (target: string) => {
    const { items } = await records().list({ index: "near", partition: target, edges: true }, { limit: 10 });
    return items.map(({ id }) => id);
  };
  const spreadOf = async (id: string) =>
    (await world.itemsOf(id)).filter(({ sk }) => String(sk).startsWith("SPREAD#")).length;

  test("are there when they were spread, more than one transaction takes, and go with what they stand for", async () => {
    const { id } = await records().create(() => newBox({ near: many(250) }));
    expect(await found("n7")).toEqual([]);
    await records().spread(id);
    expect([await found("n0"), await found("n249"), await spreadOf(id)]).toEqual([[id], [id], 250]);
    await records().update(id, undefined, () => change({ near: many(120, 200) }));
    await records().spread(id);
    expect([await found("n0"), await found("n249"), await found("n319")]).toEqual([[], [id], [id]]);
    expect(await spreadOf(id)).toBe(120);
  });

  test("are those of the record as it is at last, however many bring them up at once", async () => {
    const { id } = await records().create(() => newBox({ near: many(5, 1000) }));
    const work = many(4).map(async (_, at) => {
      await records().update(id, undefined, () => change({ near: many(60, 1000 + at * 50) }));
      await records().spread(id);
    });
    await Promise.all([...work, records().spread(id), records().spread(id)]);
    const { near } = await records().get(id);
    const stored = (await world.itemsOf(id)).map(({ sk }) => String(sk));
    expect(stored.filter((sk) => sk.startsWith("SPREAD#")).toSorted()).toEqual(
      near.map((target) => `SPREAD#near#${target}`).toSorted(),
    );
  });

  test("are no part of what a record's own transaction writes, and nothing where there is no record", async () => {
    const { id } = await records().create(() => newBox({ near: many(2000, 5000) }));
    expect(await spreadOf(id)).toBe(0);
    await expect(records().spread("BOX9999999")).resolves.toBeUndefined();
  });
});
