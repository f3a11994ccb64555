import type { GetCommand } from "@aws-sdk/lib-dynamodb";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { createRecords } from "../../../shared/dynamo/records.ts";
import type { Scope } from "../../../shared/dynamo/scope.ts";
import { type Boxes, boxes, change, newBox, startBoxes } from "../support/box.ts";

const refusal = (code: string) => expect.objectContaining({ name: "Refusal", code });
const request = (key: string, fingerprint = "same") => ({ key, fingerprint, keepSeconds: 60 });
const event = (key: string) => ({ key, keepSeconds: 60 });

describe("an effect under a key", () => {
  let world: Boxes;
  beforeAll(async () => {
    world = await startBoxes();
  });
  afterAll(() => world.stop());

  const create = (key: string, fingerprint?: string, size = 1) =>
    world.as("ann", request(key, fingerprint)).create(() => newBox({ size }));
  const grow = (id: string, once: ReturnType<typeof request> | ReturnType<typeof event>) =>
    world.as("ann", once).update(id, undefined, ({ size }) => change({ size: size + 1 }));

  test("creates once; a repetition gets the first answer", async () => {
    const first = await create("k1");
    await world.as("ann").update(first.id, undefined, () => change({ size: 8 }));
    expect(await create("k1")).toEqual(first);
  });

  test("creates once when repeated at the same moment", async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, async () => (await create("k2")).id));
    expect(new Set(ids).size).toBe(1);
  });

  test("is refused to another request under the same key", async () => {
    await create("k3");
    await expect(create("k3", "another")).rejects.toEqual(refusal("idempotency_mismatch"));
  });

  test("creates once also under an id that somebody chose", async () => {
    const chosen = (key: string, size: number) =>
      world.as("ann", request(key, String(size))).createAs("ash-chest", newBox({ size }));
    const first = await chosen("k3a", 1);
    expect(await chosen("k3a", 1)).toEqual(first);
    await expect(chosen("k3a", 2)).rejects.toEqual(refusal("idempotency_mismatch"));
    await expect(chosen("k3b", 1)).rejects.toEqual(refusal("already_exists"));
  });

  test("creates once also what holds a claim", async () => {
    const red = () => world.as("ann", request("k4")).create(() => newBox({ label: "red" }));
    expect(await red()).toEqual(await red());
  });

  test("changes once; a repetition gets the first answer", async () => {
    const { id } = await world.as("ann").create(() => newBox());
    const first = await grow(id, request("k5"));
    await world.as("ann").update(id, undefined, () => change({ size: 50 }));
    expect(await grow(id, request("k5"))).toEqual(first);
    expect((await world.as("ann").get(id)).size).toBe(50);
  });

  test("may happen again after its time", async () => {
    const { id } = await world.as("ann").create(() => newBox());
    await grow(id, request("k6"));
    world.clock.at = new Date(world.clock.at.getTime() + 61_000);
    expect((await grow(id, request("k6", "another"))).size).toBe(3);
  });

  test("happens once per event, and a repetition shows the record as it is now", async () => {
    const { id } = await world.as("ann").create(() => newBox());
    await grow(id, event("INBOX#s#e1"));
    await world.as("ann").update(id, undefined, () => change({ size: 50 }));
    expect(await grow(id, event("INBOX#s#e1"))).toMatchObject({ size: 50, version: 3 });
  });

  test("that an event has on several records happens once to each", async () => {
    const [a, b] = await Promise.all([1, 2].map(() => world.as("ann").create(() => newBox())));
    for (const id of [a?.id ?? "", b?.id ?? "", a?.id ?? "", b?.id ?? ""])
      await grow(id, event("INBOX#s#e2"));
    expect(await world.as("ann").get(a?.id ?? "")).toMatchObject({ size: 2 });
    expect(await world.as("ann").get(b?.id ?? "")).toMatchObject({ size: 2 });
  });

  test("is an error the second time on the same record by the same event: it would be lost as a repetition", async () => {
    const { id } = await world.as("ann").create(() => newBox());
    const twice = async () => {
      const records = world.as("ann", event("INBOX#s#e3"));
      await records.update(id, undefined, ({ size }) => change({ size: size + 1 }));
      await records.update(id, undefined, ({ size }) => change({ size: size + 1 }));
    };
    await expect(twice()).rejects.toThrow(/second effect/);
    await expect(twice()).rejects.toThrow(/second effect/);
    expect((await world.as("ann").get(id)).size).toBe(2);
  });

  test("gives the first answer also to a twin that already meets the changed record", async () => {
    const { id } = await world.as("ann").create(() => newBox());
    const lock = (scope: Scope) =>
      createRecords(boxes, scope).update(id, undefined, ({ label }) => {
        if (label) throw new Refusal("illegal_transition");
        return change({ label: "locked" });
      });
    const scope = world.scope("ann", request("k7"));
    const first: Promise<unknown>[] = [];
    // The twin asks for the record, and gets it only after the first request has changed it.
    const late = async (command: GetCommand) => {
      if (command.input.Key?.sk === "RECORD") {
        first.push(lock(scope));
        await first[0];
      }
      return world.client.send(command);
    };
    const twin = await lock({ ...scope, client: { send: late } as unknown as Scope["client"] });
    expect(twin).toEqual(await first[0]);
  });

  test("gives the first answer also to one who may no longer see the record", async () => {
    const { id } = await world.as("ann").create(() => newBox({ owner: "bob" }));
    const hide = () => world.as("ann", request("k8")).update(id, undefined, () => change({ secret: true }));
    const first = await hide();
    expect(await hide()).toEqual(first);
    await expect(world.as("ann").get(id)).rejects.toEqual(refusal("not_found"));
  });
});
