import { readFileSync } from "node:fs";
import { Socket } from "node:net";
import { startCloud } from "../../infra/local/cloud.ts";
import { startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { assemble } from "../bed/assemble.ts";
import { connectSystem } from "../replay/connect-system.ts";
import { newIncident } from "./seed-incidents.ts";

const counts = new Map<string, number>();
const original = Socket.prototype.write;
const empty = { n: 0 };
Socket.prototype.write = function (this: Socket, chunk: never, ...rest: never[]) {
  const text = Buffer.isBuffer(chunk)
    ? (chunk as Buffer).toString("latin1", 0, 600)
    : String(chunk).slice(0, 600);
  const m = /X-Amz-Target: (\S+)/.exec(text);
  const table = /"TableName":"([^"]+)"/.exec(text)?.[1] ?? "";
  if (m) counts.set(`${m[1]} ${table}`, (counts.get(`${m[1]} ${table}`) ?? 0) + 1);
  return (original as never as (...a: never[]) => boolean).call(this, chunk, ...rest);
} as never;
const d = await startDynamoDbLocal();
const cloud = await startCloud({
  assembly: await assemble(),
  dynamoDb: { endpoint: d.endpoint, database: "x" },
  people: JSON.parse(readFileSync("infra/demo/people.json", "utf8")),
});
const sys = await connectSystem(cloud.url, { concurrency: 8 });
const cpu = () => {
  const f = readFileSync(`/proc/${d.pid}/stat`, "utf8");
  const a = f.slice(f.lastIndexOf(")") + 2).split(" ");
  return (Number(a[11]) + Number(a[12])) * 10;
};
for (let r = 0; r < 3; r++) {
  counts.clear();
  const a = cpu(),
    t = performance.now();
  for (let i = 0; i < 300; i++) await sys.as("desk", "POST", "/incidents", { body: newIncident(i) });
  console.log(
    ((cpu() - a) / 300).toFixed(1) + " jvm before drain",
    ((performance.now() - t) / 300).toFixed(1) + " wall",
  );
  await sys.drain();
  console.log(((cpu() - a) / 300).toFixed(1) + " after");
  console.log([...counts].map(([k, v]) => `${k} ${(v / 300).toFixed(2)}`).join("\n"));
}
sys.close();
await cloud.stop();
await d.stop();
