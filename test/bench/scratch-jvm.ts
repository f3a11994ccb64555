import { readFileSync } from "node:fs";
import { BatchGetCommand } from "@aws-sdk/lib-dynamodb";
import { startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { tableAt } from "../bed/fresh-table.ts";
import { landscapes } from "./impact/graphs.ts";
import * as seedm from "./impact/seed-graph.ts";

const database = await startDynamoDbLocal();
const { client, table } = await tableAt(database.endpoint, { indexes: { unused: "none" } });
await seedm.seedGraph(client, table, landscapes(1000));
const jvm = () => {
  const s = readFileSync(`/proc/${database.pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return (Number(s[11]) + Number(s[12])) * 10;
};
const run = async (name: string, reading: object, key: (n: number) => object) => {
  const once = async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, b) =>
        client.send(
          new BatchGetCommand({
            RequestItems: {
              [table]: { Keys: Array.from({ length: 100 }, (_, i) => key(b * 100 + i)) as never, ...reading },
            },
          }),
        ),
      ),
    );
  };
  for (let i = 0; i < 10; i++) await once();
  const c = process.cpuUsage();
  const j = jvm();
  const t = performance.now();
  for (let i = 0; i < 20; i++) await once();
  const u = process.cpuUsage(c);
  console.log(
    name,
    "per 100 items: wall",
    ((performance.now() - t) / 200).toFixed(2),
    "node cpu",
    ((u.user + u.system) / 1000 / 200).toFixed(2),
    "jvm cpu",
    ((jvm() - j) / 200).toFixed(2),
  );
};
const rec = (n: number) => ({ pk: seedm.ciId(n), sk: "RECORD" });
const bun = (n: number) => ({ pk: `BUNDLE#down#${seedm.ciId(n)}`, sk: "PART#0" });
const miss = (n: number) => ({ pk: `BUNDLE#nope#${seedm.ciId(n)}`, sk: "PART#0" });
for (let r = 0; r < 2; r++) {
  await run("record whole", {}, rec);
  await run(
    "record proj top",
    { ProjectionExpression: "#r", ExpressionAttributeNames: { "#r": "record" } },
    rec,
  );
  await run(
    "record proj fields",
    {
      ProjectionExpression:
        "#r.id,#r.#n,#r.classId,#r.classPath,#r.#s,#r.criticality,#r.ownerId,#r.teamId,#r.redundancy,#r.restricted",
      ExpressionAttributeNames: { "#r": "record", "#n": "name", "#s": "state" },
    },
    rec,
  );
  await run("bundle", {}, bun);
  await run("bundle consistent", { ConsistentRead: true }, bun);
  await run("missing", { ConsistentRead: true }, miss);
}
await database.stop();
process.exit(0);
