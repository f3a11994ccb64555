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

  const check = (deadline = Number.POSITIVE_INFINITY) => world.self().searchIndex.check(deadline);
  const status = () => world.self().searchIndex.status();
  /** Two articles that were written into the index long ago; what came behind them is still looked at again. */
  const settled = async (): Promise<readonly [string, string]> => {
    const ids = [
      await world.published({ title: "Printer" }),
      await world.published({ title: "Scanner" }),
    ] as const;
    await world.keep();
    world.later(20 * 60_000);
    await world.published({ title: "Mouse" });
    await world.keep();
    return ids;
  };

  it("that lost a part says so, and heals itself", async () => {
    await settled();
    await check();
    expect(await status()).toMatchObject({ wrong: 0, isRebuilding: false, isDamaged: false });
    await world.losePart();
    world.restart();
    expect((await status()).isDamaged).toBe(true);
    await world.keep();
    world.later();
    expect((await world.ids(reader, "printer scanner")).length).toBe(2);
    expect(await status()).toMatchObject({ isDamaged: false, isRebuilding: false });
    await check();
    expect((await status()).wrong).toBe(0);
  });

  const healed = async (wrong: number, found: readonly string[]) => {
    await check();
    expect(await status()).toMatchObject({ wrong, isRebuilding: true });
    await world.keep();
    world.later();
    const { items, total } = await world.ask(reader, "printer scanner");
    expect([items.map(({ id }) => id).toSorted(), total]).toEqual([found, found.length]);
    await check();
    expect(await status()).toMatchObject({ wrong: 0, isRebuilding: false });
  };

  it("notices what it does not have, though it believes to, and heals itself", async () => {
    const ids = await settled();
    await world.emptyIndex();
    world.restart();
    expect(await world.ids(reader, "printer scanner")).toEqual([]);
    await healed(2, ids);
  });

  it("notices what it should not have, and heals itself", async () => {
    const [kept, lost] = await settled();
    await world.forget(lost);
    expect((await world.ask(reader, "printer scanner")).total).toBe(2);
    await healed(1, [kept]);
  });

  it("is compared in pieces where one run has not the time, and comes to the same", async () => {
    const [, lost] = await settled();
    await world.resolved();
    world.later(20 * 60_000);
    await world.keep();
    await world.forget(lost);
    let runs = 0;
    await check(0);
    for (; (await status()).wrong === undefined && runs < 10; runs++) await world.self().searchIndex.keep(0);
    expect(runs).toBeGreaterThan(0);
    expect(await status()).toMatchObject({ wrong: 1, isRebuilding: true });
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
