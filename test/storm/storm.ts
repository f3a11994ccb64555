/** `npm run storm -- --alerts 10000`: a storm of alerts on one service, sent as Alertmanager does, and counted. */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { startCloud } from "../../infra/local/cloud.ts";
import { startDynamoDbLocal } from "../../infra/local/dynamodb-local.ts";
import { assemble } from "../bed/assemble.ts";
import { createClient } from "../bed/client.ts";
import { robotSecret, standardPeople } from "../bed/people.ts";
import { storedItems } from "../bed/stored-items.ts";
import { countStorm, sendStorm } from "../flows/support/storm.ts";

const { values } = parseArgs({
  options: {
    alerts: { type: "string", default: "10000" },
    batch: { type: "string", default: "200" },
    parallel: { type: "string", default: "4" },
  },
});

const tokenOf = async (url: string): Promise<string> => {
  const form = { grant_type: "client_credentials", client_id: "robot", client_secret: robotSecret };
  const response = await fetch(`${url}/_local/issuer/token`, {
    method: "POST",
    body: new URLSearchParams(form),
  });
  return ((await response.json()) as { access_token: string }).access_token;
};

const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;

const main = async (): Promise<boolean> => {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  const database = await startDynamoDbLocal();
  const dynamoDb = { endpoint: database.endpoint, database: randomUUID().replaceAll("-", "") };
  const cloud = await startCloud({ people: standardPeople, assembly: await assemble(), dynamoDb });
  const token = tokenOf(cloud.url);
  const bed = {
    clock: cloud.clock,
    as: () => createClient(cloud.url, () => token),
    stored: () => storedItems(dynamoDb.endpoint, dynamoDb.database),
  };
  const size = Number(values.alerts);
  const begun = performance.now();
  await sendStorm(bed, {
    size,
    batch: Number(values.batch),
    atOnce: Number(values.parallel),
    service: "shop",
  }).catch((error) => {
    console.error(String(error));
    for (const f of ["monitoring-api"])
      console.log(f, cloud.output(`steward-${f}`).slice(-6).join("\n").slice(0, 6000));
  });
  const sent = seconds(begun);
  const { idle } = await cloud.drain(3_600_000, { advance: true });
  const found = await countStorm(bed, "shop");
  console.log({
    sentSeconds: sent,
    seconds: seconds(begun),
    alertsPerSecond: Math.round(size / sent),
    idle,
    ...found,
  });
  await cloud.stop();
  await database.stop();
  const { alerts, joined, parents, children, incidents, strays, storms } = found;
  const isWhole = idle && alerts === size && joined === size && strays === 0;
  return isWhole && storms === 1 && parents === 1 && children <= 19 && incidents === parents + children;
};

main().then(
  (isWell) => process.exit(isWell ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(2);
  },
);
