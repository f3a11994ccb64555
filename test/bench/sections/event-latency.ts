import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { incidentProjection } from "../../../services/problem/incident-projection.ts";
import type { Section } from "../result.ts";
import { newIncident } from "../seed-incidents.ts";
import { percentile, round } from "../stats.ts";
import type { World } from "../world.ts";

const subscriberTable = "steward-problem";
const longest = 30_000;

/** Waits until the subscriber knows the incident; answers how long that took. */
const untilKnown = async ({ database }: World, id: string): Promise<number> => {
  const started = performance.now();
  const Key = { pk: `${incidentProjection.kind}#${id}`, sk: "PROJECTION" };
  while (performance.now() - started < longest) {
    const { Item: item } = await database.send(
      new GetCommand({ TableName: subscriberTable, Key, ConsistentRead: true }),
    );
    if (item !== undefined) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  throw new Error(`the subscriber does not know ${id} after ${longest} ms`);
};

/** From the answer that says "written" to the effect in another service. */
export const eventLatency = async (
  world: World,
  { samples }: { readonly samples: number },
): Promise<Section> => {
  const times: number[] = [];
  for (let n = 0; n < samples; n += 1) {
    await world.system.drain();
    const { body } = await world.system.as("desk", "POST", "/incidents", { body: newIncident(n) });
    times.push(await untilKnown(world, (body as { id: string }).id));
  }
  const [p50, p95] = [round(percentile(times, 0.5), 0), round(percentile(times, 0.95), 0)];
  return {
    title: "Event latency",
    method: `from the answer to a create until the problem service's projection is there: stream, publisher, bus, rule, queue, consumer; ${samples} samples, one at a time`,
    columns: ["p50 ms", "p95 ms"],
    rows: [[p50, p95]],
    findings: [{ what: "commit to effect, p50", value: p50, unit: "ms" }],
  };
};
