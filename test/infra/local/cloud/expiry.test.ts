import { randomUUID } from "node:crypto";
import { createClock } from "../../../../infra/local/clock.ts";
import { createExpiry } from "../../../../infra/local/cloud/expiry.ts";
import { ensureTables } from "../../../../infra/local/cloud/tables.ts";
import { connectUpstream } from "../../../../infra/local/gateway/upstream.ts";
import { loadAssembly } from "../../../../infra/local/template.ts";
import { provide } from "../../../bed/provisions.ts";
import { synthesizeFixture } from "../fixture-app/synthesize.ts";

const day = 86_400;

describe("time to live", () => {
  const setUp = async () => {
    const assembly = loadAssembly(synthesizeFixture());
    const upstream = connectUpstream((await provide("dynamodb")).endpoint, randomUUID().replaceAll("-", ""));
    await ensureTables(assembly, upstream);
    const TableName = assembly.ofType("AWS::DynamoDB::GlobalTable")[0]?.ref ?? "";
    const clock = createClock();
    const written: string[] = [];
    const expiry = createExpiry(assembly, {
      upstream,
      clock,
      wrote: (table) => written.push(table),
      log: () => undefined,
    });
    const call = async (operation: string, request: object) =>
      JSON.parse(
        (
          await upstream.call(`DynamoDB_20120810.${operation}`, JSON.stringify({ TableName, ...request }))
        ).body.toString(),
      );
    return {
      ...expiry,
      clock,
      table: TableName,
      written,
      stop: upstream.close,
      put: (pk: string, expires?: object) =>
        call("PutItem", { Item: { pk: { S: pk }, sk: { S: "x" }, ...(expires ? { expires } : {}) } }),
      left: async () => (await call("Scan", {})).Items.map(({ pk }: { pk: { S: string } }) => pk.S).sort(),
    };
  };

  it("ends by the virtual clock, for numbers that lie in the last five years", async () => {
    const world = await setUp();
    const now = Math.floor(world.clock.now() / 1000);
    await world.put("soon", { N: String(now + day) });
    await world.put("later", { N: String(now + 40 * day) });
    await world.put("text", { S: String(now - day) });
    await world.put("mistaken", { N: "12" });
    await world.put("eternal");
    await world.sweep();
    expect(await world.left()).toHaveLength(5);
    world.clock.moveTo((now + 2 * day) * 1000);
    await world.sweep();
    expect(await world.left()).toEqual(["eternal", "later", "mistaken", "text"]);
    world.stop();
  });

  it("tells who reads the stream, once, that the deletion was AWS's own", async () => {
    const world = await setUp();
    await world.put("gone", { N: String(Math.floor(world.clock.now() / 1000) - 5) });
    await world.sweep();
    const keys = { sk: { S: "x" }, pk: { S: "gone" } };
    expect(world.written).toEqual([world.table]);
    expect(world.isExpired(world.table, { ...keys, pk: { S: "other" } })).toBe(false);
    expect([world.isExpired(world.table, keys), world.isExpired(world.table, keys)]).toEqual([true, false]);
    world.stop();
  });

  it("looks at every page of a large table", async () => {
    const world = await setUp();
    const past = { N: String(Math.floor(world.clock.now() / 1000) - 5) };
    await Promise.all(
      Array.from({ length: 600 }, (_, at) => world.put(`k${at}`, at < 500 ? undefined : past)),
    );
    await world.sweep();
    expect(await world.left()).toHaveLength(500);
    world.stop();
  });
});
