import { openCursor, sealCursor } from "../../../shared/dynamo/cursor.ts";
import { type Boxes, newBox, startBoxes } from "../support/box.ts";

const refused = expect.objectContaining({ name: "Refusal", code: "invalid_cursor" });
const position = { pk: "BOX0000001", sk: "RECORD", byOwnerOrder: "00001#BOX0000001" };

describe("a cursor", () => {
  let world: Boxes;
  beforeAll(async () => {
    world = await startBoxes();
  });
  afterAll(() => world.stop());

  test("leads the same caller of the same query back to its place", async () => {
    const cursor = await sealCursor(world.scope("ann"), "q", position);
    expect(await openCursor(world.scope("ann"), "q", cursor)).toEqual(position);
  });

  test("is worth nothing to another caller, to another query, or in another table", async () => {
    const cursor = await sealCursor(world.scope("ann"), "q", position);
    const elsewhere = await startBoxes();
    await expect(openCursor(world.scope("bob"), "q", cursor)).rejects.toEqual(refused);
    await expect(openCursor(world.scope("ann"), "r", cursor)).rejects.toEqual(refused);
    await expect(openCursor(elsewhere.scope("ann"), "q", cursor)).rejects.toEqual(refused);
    elsewhere.stop();
  });

  test("is refused when any single character of it was changed", async () => {
    const cursor = await sealCursor(world.scope("ann"), "q", position);
    for (let i = 0; i < cursor.length; i++) {
      const changed = cursor.slice(0, i) + (cursor[i] === "A" ? "B" : "A") + cursor.slice(i + 1);
      await expect(openCursor(world.scope("ann"), "q", changed)).rejects.toEqual(refused);
    }
  });

  test.each(["", ".", "x", "e30.", `${"A".repeat(2000)}`, "💥.💥"])(
    "is refused when made up: %j",
    async (made) => {
      await expect(openCursor(world.scope("ann"), "q", made)).rejects.toEqual(refused);
    },
  );
});

describe("pages", () => {
  let world: Boxes;
  beforeAll(async () => {
    world = await startBoxes();
    for (let size = 1; size <= 23; size++)
      await world.as("ann").create(() => newBox({ size, secret: size % 3 === 0, near: ["tree"] }));
  });
  afterAll(() => world.stop());

  const walk = async (
    who: string,
    limit: number,
    ask: { index: string; partition: string; edges?: boolean; newestFirst?: boolean },
  ) => {
    const sizes: number[] = [];
    const lengths: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.as(who).list(ask, { limit, cursor });
      sizes.push(...page.items.map(({ size }) => size));
      lengths.push(page.items.length);
      cursor = page.nextCursor;
    } while (cursor !== undefined && lengths.length < 50);
    return { sizes, lengths };
  };
  const seen = (who: string) =>
    Array.from({ length: 23 }, (_, i) => i + 1).filter((n) => who === "ann" || n % 3 !== 0);
  const byOwner = { index: "byOwner", partition: "ann" };

  test.each([1, 2, 5, 22, 23, 24, 100])("of %i cover everything exactly once, in order", async (limit) => {
    expect((await walk("ann", limit, byOwner)).sizes).toEqual(seen("ann"));
    expect((await walk("ann", limit, { ...byOwner, newestFirst: true })).sizes).toEqual(
      seen("ann").toReversed(),
    );
    expect((await walk("ann", limit, { index: "near", partition: "tree", edges: true })).sizes).toEqual(
      seen("ann"),
    );
  });

  test.each([1, 4, 16])("of %i are full but for the last, also where some are hidden", async (limit) => {
    for (const ask of [byOwner, { index: "near", partition: "tree", edges: true }]) {
      const { sizes, lengths } = await walk("bob", limit, ask);
      expect(sizes).toEqual(seen("bob"));
      expect(lengths.slice(0, -1).every((length) => length === limit)).toBe(true);
      expect(lengths.at(-1)).toBeGreaterThan(0);
    }
  });

  test("show nothing twice and skip nothing that was there when more come in between", async () => {
    const first = await world.as("ann").list(byOwner, { limit: 10 });
    for (const size of [1, 5, 15, 30]) await world.as("ann").create(() => newBox({ size }));
    const rest = await world.as("ann").list(byOwner, { limit: 100, cursor: first.nextCursor });
    const ids = [...first.items, ...rest.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...first.items, ...rest.items].map(({ size }) => size)).toEqual(
      [...seen("ann"), 15, 30].toSorted((a, b) => a - b),
    );
  });
});
