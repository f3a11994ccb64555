import fc from "fast-check";
import { historyEntryOf, type Item, recordOf } from "../../../shared/dynamo/items.ts";
import { fold } from "../../../shared/dynamo/record.ts";
import { recordWrites } from "../../../shared/dynamo/record-writes.ts";
import type { Scope } from "../../../shared/dynamo/scope.ts";
import { actorOf, type Box, boxes, change } from "../support/box.ts";

const scopeAt = (now: string): Scope =>
  ({
    table: "t",
    clock: { now: () => new Date(now) },
    actor: actorOf("ann"),
    correlationId: "c-1",
  }) as unknown as Scope;
const scope = scopeAt("2026-03-01T10:00:00.000Z");

type Written = { readonly items: Map<string, Item>; readonly record: Box | undefined };

/** What a table holds after a decision was written into it, keyed as the table keys it. */
const write = ({ items, record }: Written, changes: readonly Partial<Box>[]): Written => {
  const { after, writes } = recordWrites(
    boxes,
    scope,
    record,
    "BOX1",
    changes.flatMap((each) => change(each)),
  );
  const next = new Map(items);
  for (const { write } of writes) {
    const { Put, Delete } = write;
    if (Put?.Item) next.set(`${Put.Item.pk}/${Put.Item.sk}`, Put.Item as Item);
    if (Delete?.Key) next.delete(`${Delete.Key.pk}/${Delete.Key.sk}`);
  }
  return { items: next, record: after };
};

const text = fc.option(fc.string(), { nil: undefined });
const changes: fc.Arbitrary<Partial<Box>> = fc.record(
  {
    size: fc.nat(9),
    label: text,
    text,
    near: fc.uniqueArray(fc.constantFrom("a", "b", "c")),
    secret: fc.option(fc.boolean(), { nil: undefined }),
  },
  { requiredKeys: [] },
);
const first = { owner: "ann", size: 1, near: [] };
const lives = fc.array(fc.array(changes, { minLength: 1, maxLength: 3 }), { maxLength: 6 });
const grown = (life: readonly (readonly Partial<Box>[])[]): Written =>
  life.reduce(write, write({ items: new Map(), record: undefined }, [first]));
const of = ({ items }: Written, prefix: string) =>
  [...items].filter(([key]) => key.startsWith(prefix)).map(([, item]) => item);

describe("whatever happens to a record", () => {
  test("its item reads back as the record, and as the fold of its history", () => {
    fc.assert(
      fc.property(lives, (life) => {
        const written = grown(life);
        const history = of(written, "BOX1/EVENT#").map(historyEntryOf);
        const [item] = of(written, "BOX1/RECORD");
        expect(recordOf(item ?? {})).toEqual(written.record);
        expect(fold<Box>(history)).toEqual(written.record);
        expect(history.map(({ meta }) => meta.sequence)).toEqual(history.map((_, i) => i + 1));
      }),
    );
  });

  test("exactly its present edges and claims are stored", () => {
    fc.assert(
      fc.property(lives, (life) => {
        const written = grown(life);
        const { near = [], label } = written.record ?? {};
        expect(
          of(written, "BOX1/EDGE#")
            .map(({ nearPartition }) => nearPartition)
            .toSorted(),
        ).toEqual([...near].toSorted());
        expect(of(written, "CLAIM#").map(({ pk }) => pk)).toEqual(
          label === undefined ? [] : [`CLAIM#BOX#${label}`],
        );
      }),
    );
  });

  test("its time never goes back, although clocks of machines differ", () => {
    const began = grown([]).record;
    const at = (before: Box | undefined, now: string) =>
      recordWrites(boxes, scopeAt(now), before, "BOX1", change({ size: 2 }));
    const late = at(began, "2026-03-01T10:00:05.000Z");
    const early = at(late.after, "2026-03-01T10:00:02.000Z");
    expect(early.after?.updatedAt).toBe("2026-03-01T10:00:05.000Z");
    const [event] = early.writes.flatMap(({ write }) =>
      write.Put?.Item?.sk === "RECORD" ? [] : [write.Put?.Item],
    );
    expect(historyEntryOf(event as Item).meta.occurredAt).toBe("2026-03-01T10:00:05.000Z");
  });

  test("every write of the record is guarded by the version it was decided on", () => {
    const box = grown([]).record;
    const { writes } = recordWrites(boxes, scope, box, "BOX1", [
      ...change({ size: 2 }),
      ...change({ size: 3 }),
    ]);
    expect(writes[0]?.write.Put).toMatchObject({
      ConditionExpression: "version = :before",
      ExpressionAttributeValues: { ":before": 1 },
      Item: { version: 3 },
    });
    expect(writes.filter(({ write }) => write.Put?.Item?.sk === "RECORD")).toHaveLength(1);
  });
});
