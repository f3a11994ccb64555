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

import { createStreamApi } from "../../infra/local/streams/stream-api.ts";

const api = createStreamApi(up);
const arn = await api.streamOf("tgs");
for (let k2 = 0; k2 < 6; k2++) {
  const a = cpu(),
    t0 = performance.now();
  for (let i = 0; i < 500; i++) await ops.transact!("tgs");
  console.log("transact", ((cpu() - a) / 500).toFixed(2), ((performance.now() - t0) / 500).toFixed(2));
  const [sh] = await api.shards(arn);
  let it = await api.iterator(arn, sh!.ShardId);
  let n = 0;
  {
    const a = cpu();
    let pages = 0;
    for (;;) {
      const p = await api.records(it, 1000);
      pages++;
      n += p.Records.length;
      it = p.NextShardIterator!;
      if (p.Records.length === 0) break;
    }
    console.log("all", n, "records in", pages, "pages", cpu() - a, "ms jvm");
  }
  {
    const a = cpu(),
      t = performance.now();
    for (let i = 0; i < 200; i++) {
      const p = await api.records(it, 1000);
      it = p.NextShardIterator!;
    }
    console.log(
      "empty GetRecords",
      ((cpu() - a) / 200).toFixed(2) + " ms jvm",
      ((performance.now() - t) / 200).toFixed(2) + " wall",
    );
  }
  {
    const a = cpu(),
      t = performance.now();
    for (let i = 0; i < 200; i++) {
      await up.call("DynamoDBStreams_20120810.ListStreams", "{}");
    }
    console.log(
      "ListStreams",
      ((cpu() - a) / 200).toFixed(2) + " ms jvm",
      ((performance.now() - t) / 200).toFixed(2) + " wall",
    );
  }
}
up.close();
c.destroy();
await d.stop();
