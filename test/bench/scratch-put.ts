import { readFileSync } from "node:fs";
import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { configurationTable } from "../../services/configuration/table.ts";
import { tableAt } from "../bed/fresh-table.ts";

const database = await startDynamoDbLocal();
const jvm = () => {
  const s = readFileSync(`/proc/${database.pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(s[11]) + Number(s[12])) * 10;
};
for (const [tname, def] of [
  ["full", configurationTable],
  ["none", { indexes: { unused: "x" } }],
] as const) {
  const { client, table } = await tableAt(database.endpoint, def);
  let n = 0;
  const run = async (name: string, item: () => object, cond: boolean, atOnce = 8, per = 90) => {
    const once = async () => {
      await Promise.all(
        Array.from({ length: atOnce }, () =>
          client.send(
            new TransactWriteCommand({
              TransactItems: Array.from({ length: per }, () => ({
                Put: {
                  TableName: table,
                  Item: item() as never,
                  ...(cond ? { ConditionExpression: "attribute_not_exists(pk)" } : {}),
                },
              })),
            }),
          ),
        ),
      );
    };
    for (let i = 0; i < 2; i++) await once();
    const c = process.cpuUsage();
    const j = jvm();
    const t = performance.now();
    const rounds = 4;
    for (let i = 0; i < rounds; i++) await once();
    const u = process.cpuUsage(c);
    const items = rounds * atOnce * per;
    console.log(
      tname,
      name,
      "us per item: wall",
      (((performance.now() - t) / items) * 1000).toFixed(0),
      "node",
      ((u.user + u.system) / items).toFixed(0),
      "jvm",
      (((jvm() - j) / items) * 1000).toFixed(0),
    );
  };
  const rec = { cisByClassPartition: "server", cisByNamePartition: "a", cisByStatePartition: "live" };
  const orders = (o: string) => ({ cisByClassOrder: o, cisByNameOrder: o, cisByStateOrder: o });
  await run("warm", () => ({ pk: `W${n++}`, sk: "RECORD" }), false);
  await run("claim", () => ({ pk: `C${n++}`, sk: "CLAIM", holder: "x" }), false);
  await run("claim cond", () => ({ pk: `D${n++}`, sk: "CLAIM", holder: "x" }), true);
  await run(
    "event",
    () => ({
      pk: `E${n++}`,
      sk: "EVENT#0000000001",
      source: "x",
      detailType: "CiRegistered.v1",
      detail: "y".repeat(1200),
      history: "z".repeat(800),
    }),
    false,
  );
  await run(
    "record 3 idx",
    () => ({
      pk: `R${n}`,
      sk: "RECORD",
      version: 1,
      record: {
        id: `R${n}`,
        name: "abc",
        classId: "server",
        classPath: ["ci", "hardware", "server"],
        state: "live",
        criticality: "low",
      },
      long: { attributes: { a: "b" } },
      ...rec,
      ...orders(`n#${n++}`),
    }),
    true,
  );
  await run(
    "record 3 idx per 20",
    () => ({
      pk: `S${n}`,
      sk: "RECORD",
      version: 1,
      record: {
        id: `R${n}`,
        name: "abc",
        classId: "server",
        classPath: ["ci", "hardware", "server"],
        state: "live",
        criticality: "low",
      },
      long: { attributes: { a: "b" } },
      ...rec,
      ...orders(`n#${n++}`),
    }),
    true,
    8,
    20,
  );
  await run(
    "record 3 idx seq",
    () => ({
      pk: `T${n}`,
      sk: "RECORD",
      version: 1,
      record: {
        id: `R${n}`,
        name: "abc",
        classId: "server",
        classPath: ["ci", "hardware", "server"],
        state: "live",
        criticality: "low",
      },
      long: { attributes: { a: "b" } },
      ...rec,
      ...orders(`n#${n++}`),
    }),
    true,
    1,
    90,
  );
}
await database.stop();
process.exit(0);
