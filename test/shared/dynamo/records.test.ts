import { fold } from "../../../shared/dynamo/record.ts";
import { type Box, type Boxes, change, newBox, startBoxes } from "../support/box.ts";

const refusal = (code: string) => expect.objectContaining({ name: "Refusal", code });
const all = { limit: 100 };

describe("records", () => {
  let world: Boxes;
  beforeAll(async () => {
    world = await startBoxes();
  });
  afterAll(() => world.stop());
  const open = (changes: Partial<Box> = {}) => world.as("ann").create(() => newBox(changes));

  test("are numbered one after the other, also when many are created at once", async () => {
    const created = await Promise.all(Array.from({ length: 10 }, () => open()));
    const numbers = created.map(({ id }) => id).toSorted();
    expect(new Set(numbers).size).toBe(10);
    expect(numbers.every((id) => /^BOX\d{7}$/.test(id))).toBe(true);
  });

  test("refuse a change of more ties than one transaction takes, and write nothing", async () => {
    const near = Array.from({ length: 99 }, (_, i) => `n${i}`);
    await expect(open({ near })).rejects.toEqual(refusal("too_large"));
    const { id } = await open({ near: near.slice(0, 90) });
    const others = near.map((name) => `other-${name}`).slice(0, 20);
    await expect(world.as("ann").update(id, undefined, () => change({ near: others }))).rejects.toEqual(
      refusal("too_large"),
    );
    expect(await world.as("ann").get(id)).toMatchObject({ version: 1, near: near.slice(0, 90) });
  });

  test("come back as they were written, with version and times", async () => {
    const { id } = await open({ size: 3, text: "long", near: ["x"] });
    expect(await world.as("ann").get(id)).toEqual({
      id,
      version: 1,
      createdAt: "2026-03-01T10:00:00.000Z",
      updatedAt: "2026-03-01T10:00:00.000Z",
      owner: "ann",
      size: 3,
      text: "long",
      near: ["x"],
    });
  });

  test("equal the fold of their history, entry by entry in order", async () => {
    const { id } = await open({ text: "one" });
    await world.as("bob").update(id, undefined, () => change({ text: undefined, size: 2 }));
    await world.as("bob").update(id, undefined, () => [...change({ size: 5 }), ...change({ near: ["y"] })]);
    const { items } = await world.as("ann").history(id, all);
    expect(items.map(({ meta }) => meta.sequence)).toEqual([1, 2, 3, 4]);
    expect(items.map(({ meta }) => meta.eventId)).toEqual([1, 2, 3, 4].map((n) => `${id}-${n}`));
    expect(items[1]?.changes).toEqual({ text: { from: "one" }, size: { from: 1, to: 2 } });
    expect(fold<Box>(items)).toEqual(await world.as("ann").get(id));
  });

  test("leave the event as it is published beside them, without what is confidential", async () => {
    const { id } = await world
      .as("ann")
      .create(() => newBox({}).map((o) => ({ ...o, confidential: { word: "hush" } })));
    const event = (await world.itemsOf(id)).find(({ sk }) => String(sk).startsWith("EVENT#"));
    expect(event).toMatchObject({ source: "test.box", detailType: "BoxChanged.v1" });
    expect(JSON.parse(event?.detail)).toEqual({
      meta: {
        eventId: `${id}-1`,
        occurredAt: "2026-03-01T10:00:00.000Z",
        actor: { id: "ann" },
        subject: id,
        sequence: 1,
        correlationId: "c-1",
      },
      data: { size: 1 },
    });
    expect((await world.as("ann").history(id, all)).items[0]?.data).toEqual({ size: 1, word: "hush" });
  });

  test("are not written at all when an event does not keep its own schema", async () => {
    const { id } = await open();
    const broken = change({ size: 9 }).map((occurrence) => ({ ...occurrence, data: { size: "nine" } }));
    await expect(world.as("ann").update(id, undefined, () => broken)).rejects.toThrow();
    expect((await world.as("ann").get(id)).version).toBe(1);
  });

  test("are not written by a decision that nothing happened", async () => {
    const { id } = await open();
    expect(await world.as("ann").update(id, undefined, () => [])).toMatchObject({ id, version: 1 });
    expect((await world.as("ann").history(id, all)).items).toHaveLength(1);
  });

  test("take every one of many changes made at once", async () => {
    const { id } = await open({ size: 0 });
    const grow = () => world.as("ann").update(id, undefined, ({ size }) => change({ size: size + 1 }));
    await Promise.all(Array.from({ length: 5 }, grow));
    expect(await world.as("ann").get(id)).toMatchObject({ size: 5, version: 6 });
  });

  test("take exactly one of several changes meant for the same version", async () => {
    const { id } = await open();
    const edits = [1, 2, 3, 4].map((size) => world.as("ann").update(id, 1, () => change({ size })));
    const outcomes = await Promise.allSettled(edits);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toEqual(refusal("version_conflict"));
    expect((await world.as("ann").get(id)).version).toBe(2);
  });

  test("that an actor may not see are not found, whatever is asked of them", async () => {
    const { id } = await open({ secret: true });
    const bob = world.as("bob");
    for (const ask of [
      bob.get(id),
      bob.history(id, all),
      bob.update(id, undefined, () => change({ size: 2 })),
    ])
      await expect(ask).rejects.toEqual(refusal("not_found"));
    await expect(bob.get("BOX9999999")).rejects.toEqual(refusal("not_found"));
    expect((await world.as("ann").get(id)).version).toBe(1);
  });

  test("hold their claims against all others until they let go", async () => {
    const { id } = await open({ label: "red" });
    await expect(open({ label: "red" })).rejects.toEqual(refusal("already_exists"));
    expect(await world.as("ann").holder("red")).toBe(id);
    await world.as("ann").update(id, undefined, () => change({ label: "blue" }));
    expect(await world.as("ann").holder("red")).toBeUndefined();
    const other = await open({ label: "red" });
    await expect(world.as("ann").update(id, undefined, () => change({ label: "red" }))).rejects.toEqual(
      refusal("already_exists"),
    );
    expect(await world.as("ann").holder("red")).toBe(other.id);
  });

  test("take an id that somebody chose, once", async () => {
    const chosen = (size: number) => world.as("ann").createAs("oak-chest", newBox({ size }));
    expect(await chosen(3)).toMatchObject({ id: "oak-chest", version: 1, size: 3 });
    await expect(chosen(4)).rejects.toEqual(refusal("already_exists"));
    expect(await world.as("ann").get("oak-chest")).toMatchObject({ version: 1, size: 3 });
    expect((await world.as("ann").history("oak-chest", all)).items).toHaveLength(1);
  });

  test("of an id chosen by many at once exist once, as one of them wanted", async () => {
    const sizes = [1, 2, 3, 4];
    const chosen = sizes.map((size) => world.as("ann").createAs("elm-chest", newBox({ size })));
    const outcomes = await Promise.allSettled(chosen);
    const made = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(made).toHaveLength(1);
    expect(await world.as("ann").get("elm-chest")).toEqual(made[0]);
  });

  test("cannot have an id that reads like the key of another item", async () => {
    await expect(world.as("ann").createAs("CLAIM#BOX#red", newBox())).rejects.toThrow("cannot have the id");
  });

  test("are found by index and by edge exactly while they belong there", async () => {
    const { id } = await open({ owner: "carl", size: 7, near: ["tree", "lake"] });
    const carls = async () =>
      (await world.as("ann").list({ index: "byOwner", partition: "carl" }, all)).items;
    const near = async (what: string) =>
      (await world.as("ann").list({ index: "near", partition: what, edges: true }, all)).items.map(
        (box) => box.id,
      );
    expect(await carls()).toMatchObject([{ id, size: 7, version: 1 }]);
    expect([await near("tree"), await near("lake")]).toEqual([[id], [id]]);
    await world.as("ann").update(id, undefined, () => change({ size: 0, near: ["lake"] }));
    expect(await carls()).toEqual([]);
    expect([await near("tree"), await near("lake")]).toEqual([[], [id]]);
  });

  test("in lists come without their long fields", async () => {
    await open({ owner: "dora", text: "very long" });
    const { items } = await world.as("ann").list({ index: "byOwner", partition: "dora" }, all);
    expect(items[0]).not.toHaveProperty("text");
  });
});
