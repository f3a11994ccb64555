import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { Actor } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { createRequestLimit } from "../../../shared/dynamo/request-limit.ts";
import { type FreshTable, freshTable } from "../../bed/fresh-table.ts";
import { boxTable } from "../support/box.ts";

const limits = { people: 100, integrations: 1000 };
const start = Date.parse("2026-03-01T10:00:00.000Z");
const at = (seconds: number) => new Date(start + seconds * 1000);
const person = (id: string, roles = ["employee"]): Actor => ({
  id,
  roles,
  teams: [],
  permissions: new Set(),
});

describe("the number of requests somebody may send in ten seconds", () => {
  let fresh: FreshTable;
  let writes = 0;
  beforeAll(async () => {
    fresh = await freshTable(boxTable);
  });
  beforeEach(() => {
    writes = 0;
  });
  afterAll(() => fresh.stop());

  /** A container of its own, that counts what it asks of the table. */
  const container = () => {
    const client = {
      send: (command: never) => {
        writes += 1;
        return fresh.client.send(command);
      },
    } as unknown as DynamoDBDocumentClient;
    return createRequestLimit(limits, { client, table: fresh.table });
  };
  /** How many of so many requests are let through, the last second at last. */
  const through = async (admit: ReturnType<typeof container>, who: Actor, count: number, second = 0) => {
    let admitted = 0;
    for (let i = 0; i < count; i += 1) {
      const outcome = await admit(who, at(second)).then(
        () => "admitted",
        (error: unknown) => error,
      );
      if (outcome === "admitted") admitted += 1;
      else expect(outcome).toMatchObject({ code: "too_many_requests" });
    }
    return admitted;
  };

  test("is the limit, to the request, and costs people who send few of them nothing", async () => {
    expect(await through(container(), person("few"), 10)).toBe(10);
    expect(writes).toBe(0);
    expect(await through(container(), person("many"), 500)).toBe(100);
    // 90 in batches of 5, and one that got nothing.
    expect(writes).toBe(19);
  });

  test("is each person's own, and a program's is another", async () => {
    const one = container();
    expect(await through(one, person("flood"), 300)).toBe(100);
    expect(await through(one, person("other"), 100)).toBe(100);
    expect(await through(one, person("robot", ["integration"]), 1500)).toBe(1000);
  });

  test("holds for all containers together, but for the few that each gives away", async () => {
    const containers = Array.from({ length: 8 }, container);
    let admitted = 0;
    for (let round = 0; round < 40; round += 1)
      for (const each of containers) admitted += await through(each, person("spread"), 1);
    expect(admitted).toBeLessThanOrEqual(100 + 7 * 10);
    expect(admitted).toBeGreaterThanOrEqual(100);
  });

  test("begins anew in the next ten seconds, and tells how long that takes", async () => {
    const one = container();
    const who = person("patient");
    expect(await through(one, who, 150, 3.2)).toBe(100);
    const refused = await one(who, at(3.2)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect((refused as Refusal).retryAfter).toBe(7);
    expect(await through(one, who, 1, 9.999)).toBe(0);
    expect(await through(one, who, 150, 10)).toBe(100);
  });

  test("is not got again by a clock that goes back", async () => {
    const who = person("jumper");
    const one = container();
    expect(await through(one, who, 150, 60)).toBe(100);
    expect(await through(one, who, 10, 3600)).toBe(10);
    expect(await through(one, who, 150, 60)).toBeLessThanOrEqual(10);
  });

  test("is counted in items that go away by themselves", async () => {
    await through(container(), person("counted"), 11, 0);
    const [item] = await fresh.itemsOf(`RATE#counted#${start / 10_000}`);
    expect(item).toMatchObject({ taken: 5, expiresAt: start / 1000 + 70 });
  });
});
