import { readFileSync } from "node:fs";
import { CreateTableCommand, DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import { GetCommand, PutCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { ensureTables } from "../../infra/local/cloud/tables.ts";
import { startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { connectUpstream } from "../../infra/local/gateway/upstream.ts";
import { loadAssembly } from "../../infra/local/template.ts";
import { OpenIncident, openIncident } from "../../services/incident/decisions/open.ts";
import { defaultSettings } from "../../services/incident/settings.ts";
import { incidentRecords } from "../../services/incident/table.ts";
import { serviceActor } from "../../shared/access/actor.ts";
import { recordItem } from "../../shared/dynamo/items.ts";
import { recordWrites } from "../../shared/dynamo/record-writes.ts";
import { assemble } from "../bed/assemble.ts";
import { databaseClient } from "../replay/consumed.ts";
import { newIncident, seedIncidents } from "./seed-incidents.ts";

const d = await startDynamoDbLocal();
const up = connectUpstream(d.endpoint, "x");
await ensureTables(loadAssembly(await assemble()), up);
const c = databaseClient({ endpoint: d.endpoint, database: "x" });
const like = (await c.send(new DescribeTableCommand({ TableName: "steward-incident" }))).Table!;
const make = async (name: string, gsi: boolean, stream: boolean) => {
  const idx = (like.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => ({
    IndexName,
    KeySchema,
    Projection,
  }));
  await c.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: like.KeySchema!,
      AttributeDefinitions: gsi
        ? like.AttributeDefinitions!
        : like.AttributeDefinitions!.filter((a) => a.AttributeName === "pk" || a.AttributeName === "sk"),
      ...(gsi ? { GlobalSecondaryIndexes: idx as never } : {}),
      ...(stream ? { StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" } } : {}),
    }),
  );
};
await make("tgs", true, true);
await make("t-g", true, false);
await make("t-s", false, true);
await make("t-n", false, false);
const cpu = () => {
  const f = readFileSync(`/proc/${d.pid}/stat`, "utf8");
  const a = f.slice(f.lastIndexOf(")") + 2).split(" ");
  return (Number(a[11]) + Number(a[12])) * 10;
};
const actor = { ...serviceActor("b"), id: "m" };
let k = 0;
const writesFor = (table: string) => {
  const id = "INC" + String(++k).padStart(7, "0");
  const on = { actor, now: new Date().toISOString(), settings: defaultSettings };
  return recordWrites(
    incidentRecords,
    { table, client: c, clock: { now: () => new Date() }, actor, correlationId: "x" },
    undefined,
    id,
    openIncident(id, OpenIncident.parse(newIncident(k)), on),
  ).writes.map((w) => w.write);
};
const ops: Record<string, (t: string) => Promise<unknown>> = {
  get: (t) =>
    c.send(new GetCommand({ TableName: t, Key: { pk: "INC0000001", sk: "RECORD" }, ConsistentRead: true })),
  transact: (t) => c.send(new TransactWriteCommand({ TransactItems: writesFor(t) })),
  put1: (t) => c.send(new PutCommand({ TableName: t, Item: writesFor(t)[0]!.Put!.Item })),
  putEvent: (t) => c.send(new PutCommand({ TableName: t, Item: writesFor(t)[1]!.Put!.Item })),
  transactCap: (t) =>
    c.send(new TransactWriteCommand({ TransactItems: writesFor(t), ReturnConsumedCapacity: "TOTAL" })),
  counter: (t) =>
    c.send(
      new UpdateCommand({
        TableName: t,
        Key: { pk: "COUNTER#INC", sk: "COUNTER" },
        UpdateExpression: "ADD #l :o",
        ExpressionAttributeNames: { "#l": "last" },
        ExpressionAttributeValues: { ":o": 1 },
        ReturnValues: "UPDATED_NEW",
      }),
    ),
};

await ops.transact!("tgs");
await ops.transact!("t-n");
const raw = (t: string) => () =>
  up.call(
    "DynamoDB_20120810.GetItem",
    JSON.stringify({
      TableName: t,
      Key: { pk: { S: "INC0000001" }, sk: { S: "RECORD" } },
      ConsistentRead: true,
    }),
  );
const m = async (l: string, f: () => Promise<unknown>, n = 600) => {
  const a = cpu(),
    t0 = performance.now();
  for (let i = 0; i < n; i++) await f();
  console.log(
    l.padEnd(20),
    ((cpu() - a) / n).toFixed(2) + " jvm",
    ((performance.now() - t0) / n).toFixed(2) + " wall",
  );
};
for (let r = 0; r < 3; r++) {
  await m("raw tgs", raw("tgs"));
  await m("sdk tgs", () => ops.get!("tgs"));
  await m("raw t-n", raw("t-n"));
  await m("sdk t-n", () => ops.get!("t-n"));
  const gaps = async (f: () => Promise<unknown>) => {
    await f();
    await new Promise((r) => setTimeout(r, 8));
  };
  await m("sdk tgs gap8ms", () => gaps(() => ops.get!("tgs")), 200);
  await m("transact", () => ops.transact!("tgs"), 200);
  await m("transact gap", () => gaps(() => ops.transact!("tgs")), 200);
}
up.close();
c.destroy();
await d.stop();
