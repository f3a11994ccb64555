import { reader } from "./given.ts";
import { type SearchWorld, startSearch } from "./search-world.ts";

const minute = 60_000;

describe("a search index whose keeper may end between any two writes", () => {
  let world: SearchWorld;
  beforeEach(async () => {
    world = await startSearch();
  });
  afterEach(() => world.stop());

  /** Runs of the schedule, until what is left behind is old enough to be removed. */
  const settle = async () => {
    for (let run = 0; run < 4; run++) {
      world.later(11 * minute);
      await world.keep();
    }
  };
  const whole = async () => {
    expect((await world.ids(reader, "printer")).length).toBe(4);
    expect(await world.self().searchIndex.status()).toMatchObject({ isDamaged: false, isRebuilding: false });
    const { stored, used } = await world.blobs();
    expect(stored).toEqual(used);
  };

  it("has all of it afterwards and leaves nothing behind, wherever a rebuild or a merge ended", async () => {
    for (let i = 0; i < 4; i++) {
      await world.published({ title: `Printer ${i}` });
      world.later(6 * minute);
      await world.keep();
    }
    await settle();
    await whole();
    for (let writes = 0, ended = true; ended; writes++) {
      expect(writes).toBeLessThan(60);
      await world.self().searchIndex.rebuild();
      ended = await world.endAfter(writes, () => world.keep());
      world.restart();
      await settle();
      await whole();
    }
  });

  it("has what is new afterwards, wherever writing it ended", async () => {
    const [id] = [await world.published({ title: "Printer" })];
    for (let i = 0; i < 3; i++) await world.published({ title: `Printer ${i}` });
    await world.keep();
    for (let writes = 0, ended = true; ended; writes++) {
      expect(writes).toBeLessThan(60);
      await world.edit(id ?? "", { title: `Printer, edition ${writes}` });
      await world.release(id ?? "");
      world.later(6 * minute);
      ended = await world.endAfter(writes, () => world.keep());
      world.restart();
      await settle();
      await whole();
    }
  });
});
