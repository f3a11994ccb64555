import { writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { walkAsked } from "../../services/configuration/impact/answer.ts";
import { ImpactAsk } from "../../services/configuration/impact/ask.ts";
import * as tables from "../../services/configuration/table.ts";
import { serviceActor } from "../../shared/access/actor.ts";
import { systemClock } from "../../shared/domain/clock.ts";
import { createBundles } from "../../shared/dynamo/bundles.ts";
import { createRecords } from "../../shared/dynamo/records.ts";
import { tableAt } from "../bed/fresh-table.ts";
import { countReads } from "./impact/count-reads.ts";
import { hub, landscapes } from "./impact/graphs.ts";
import * as seedm from "./impact/seed-graph.ts";

const database = await startDynamoDbLocal();
const which = process.argv[2] ?? "land";
for (const [name, graph, ask] of [
  ["land", landscapes(1000), {}],
  ["hub", hub(10_000), { most: 20_000 }],
  ["hub2000", hub(10_000), {}],
] as const) {
  if (!which.split(",").includes(name)) continue;
  const { client, table, stop } = await tableAt(database.endpoint, { indexes: { unused: "none" } });
  await seedm.seedGraph(client, table, graph);
  const scope = { client, table, clock: systemClock, actor: serviceActor("bench"), correlationId: "bench" };
  const context = { bundles: createBundles(scope), allCis: createRecords(tables.ciRecords, scope) } as never;
  const asked = ImpactAsk.parse({ ciIds: [seedm.ciId(0)], ...ask });
  const once = () => walkAsked(asked, context, Number.POSITIVE_INFINITY);
  for (let i = 0; i < 3; i++) await once();
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.start");
  const times: number[] = [];
  const cpus: number[] = [];
  for (let i = 0; i < 8; i++) {
    const c = process.cpuUsage();
    const t = performance.now();
    const r = await once();
    times.push(performance.now() - t);
    const u = process.cpuUsage(c);
    cpus.push((u.user + u.system) / 1000);
    if (i === 0) console.log(name, r.reached.size, Math.max(...[...r.reached.values()].map((x) => x.depth)));
  }
  const { profile } = await session.post("Profiler.stop");
  writeFileSync(`/tmp/cmdb-s/${name}.cpuprofile`, JSON.stringify(profile));
  const reads = countReads(client);
  await once();
  const t = reads.take();
  const med = (v: number[]) => v.sort((a, b) => a - b)[v.length >> 1]?.toFixed(0);
  console.log(
    name,
    "wall median",
    med(times),
    "min",
    times[0]?.toFixed(0),
    "cpu median",
    med(cpus),
    "min",
    cpus[0]?.toFixed(0),
    t,
  );
  stop();
}
await database.stop();
process.exit(0);
