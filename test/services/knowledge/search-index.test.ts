import fc from "fast-check";
import { reader } from "./given.ts";
import { type SearchWorld, startSearch } from "./search-world.ts";

describe("the search index", () => {
  let world: SearchWorld;
  beforeEach(async () => {
    world = await startSearch();
  });
  afterEach(() => world.stop());

  it("has what was published seconds ago, and no more what was taken away, without anybody writing segments", async () => {
    const id = await world.published({ title: "Printer jams", body: "Open the tray." });
    expect(await world.ids(reader, "printer tray")).toEqual([id]);
    await world.withdraw(id);
    expect(await world.ids(reader, "printer tray")).toEqual([]);
  });

  it("answers the same after its segments were written, merged and rebuilt", async () => {
    const all: string[] = [];
    for (let i = 0; i < 8; i++) {
      all.push(await world.published({ title: `Printer ${i}`, body: i === 3 ? "Tray, cartridge" : "Tray" }));
      world.later(6 * 60_000);
      await world.keep();
    }
    await world.withdraw(all[3] as string);
    await world.edit(all[4] as string, { title: "Scanner" });
    await world.release(all[4] as string);
    const answers = async () => {
      world.later();
      const found = await Promise.all(
        ["printer tray", "scanner", "cartridge"].map((text) => world.ids(reader, text)),
      );
      return found.map((each) => each.toSorted());
    };
    const before = await answers();
    expect(before.map(({ length }) => length)).toEqual([6, 1, 0]);
    world.later(6 * 60_000);
    await world.keep();
    expect(await answers()).toEqual(before);
    expect((await world.self().searchIndex.status()).segments).toBeLessThanOrEqual(5);
    await world.self().searchIndex.rebuild();
    await world.keep();
    expect(await answers()).toEqual(before);
    expect(await world.self().searchIndex.status()).toMatchObject({
      isRebuilding: false,
      segments: 1,
      documents: 7,
    });
  });

  it("notices what it does not have, or should not have, and heals itself", async () => {
    await world.published({ title: "Printer" });
    await world.keep();
    world.later(6 * 60_000);
    await world.published({ title: "Scanner" });
    await world.keep();
    world.later(20 * 60_000);
    await world.self().searchIndex.check();
    expect(await world.self().searchIndex.status()).toMatchObject({
      wrong: 0,
      isRebuilding: false,
      isDamaged: false,
    });
    await world.losePart();
    world.restart();
    expect((await world.self().searchIndex.status()).isDamaged).toBe(true);
    await world.keep();
    world.later();
    expect((await world.ids(reader, "printer scanner")).length).toBe(2);
    expect(await world.self().searchIndex.status()).toMatchObject({ isDamaged: false, isRebuilding: false });
    await world.self().searchIndex.check();
    expect((await world.self().searchIndex.status()).wrong).toBe(0);
  });

  it("equals a rebuild whatever was written in whatever order", async () => {
    const steps = fc.array(
      fc.record({ act: fc.constantFrom("publish", "change", "retire", "keep", "wait"), at: fc.nat(5) }),
      { minLength: 4, maxLength: 12 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const known: string[] = [];
        for (const { act, at } of all) {
          const id = known[at % Math.max(1, known.length)];
          if (act === "publish") known.push(await world.published({ title: `Printer w${known.length}` }));
          if (act === "keep") await world.keep();
          if (act === "wait") world.later(7 * 60_000);
          if (id === undefined) continue;
          const { state } = await world.self().articles.get(id);
          if (act === "change" && state === "published") {
            await world.edit(id, { title: `Printer c${at}` });
            await world.release(id);
          }
          if (act === "retire" && state === "published") await world.withdraw(id);
        }
        world.later();
        const before = await world.ask(reader, "printer", { limit: 50 });
        await world.self().searchIndex.rebuild();
        await world.keep();
        world.later();
        const rebuilt = await world.ask(reader, "printer", { limit: 50 });
        expect(rebuilt.items.map(({ id }) => id).toSorted()).toEqual(
          before.items.map(({ id }) => id).toSorted(),
        );
        expect([rebuilt.total, rebuilt.facets]).toEqual([before.total, before.facets]);
      }),
      { numRuns: 6 },
    );
  });
});
