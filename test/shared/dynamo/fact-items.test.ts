import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { serviceActor } from "../../../shared/access/actor.ts";
import { systemClock } from "../../../shared/domain/clock.ts";
import { createFactItems } from "../../../shared/dynamo/fact-items.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";

describe("facts of many records under one key", () => {
  let fresh: FreshTable;
  const facts = () =>
    createFactItems<{ readonly text: string }>("NOTE", {
      client: fresh.client,
      table: fresh.table,
      clock: systemClock,
      actor: serviceActor("test"),
      correlationId: "test",
    });
  /** Four of these fill an item. */
  const text = (letter: string): string => letter.repeat(99_000);
  const read = async (key: string) => (await facts().read([key, "nothing"])).get(key) ?? new Map();

  beforeAll(async () => {
    fresh = await freshTable({ indexes: { unused: "No item is in it" } });
    const Item = { pk: "REC1", sk: "RECORD", version: 3 };
    await fresh.client.send(new PutCommand({ TableName: fresh.table, Item }));
  });
  afterAll(() => fresh.stop());

  test("may be more than an item holds", async () => {
    for (const [at, letter] of [..."abcdefghij"].entries())
      await facts().keep({ key: "many", entry: letter, value: { text: text(letter) } }, at + 1);
    const found = await read("many");
    expect([...found.keys()].toSorted()).toEqual([..."abcdefghij"]);
    for (const [letter, value] of found) expect(value.text[0]).toBe(letter);
  });

  test("are the latest of each, wherever it lies, and an earlier word that comes late changes nothing", async () => {
    for (const [at, letter] of [..."abcde"].entries())
      await facts().keep({ key: "late", entry: letter, value: { text: text(letter) } }, 10 + at);
    await facts().keep({ key: "late", entry: "a", value: { text: text("z").slice(0, 98_000) } }, 30);
    await facts().keep({ key: "late", entry: "b", value: { text: "old" } }, 2);
    const found = await read("late");
    expect(found.get("a")?.text[0]).toBe("z");
    expect(found.get("b")?.text[0]).toBe("b");
  });

  test("of one record are kept as it is at its version, also where an item is full", async () => {
    const all = [..."abcdefgh"].map((entry) => ({ key: "whole", entry, value: { text: text(entry) } }));
    for (const fact of all) expect(await facts().keepAll("REC1", 3, [fact])).toBe(true);
    const small = [..."xy"].map((key) => ({ key, entry: "1", value: { text: key } }));
    const more = { key: "whole", entry: "i", value: { text: text("i") } };
    expect(await facts().keepAll("REC1", 3, [...small, more])).toBe(true);
    expect((await read("whole")).size).toBe(9);
    expect((await read("x")).get("1")?.text).toBe("x");
    expect(await facts().keepAll("REC1", 2, small)).toBe(false);
  });
});
