import type { BusEvent } from "../../../infra/local/parts.ts";
import type { Foreign } from "../simulated.ts";

/** The account that events of AWS come from, and the bus that they come on. */
const [account, region] = ["000000000000", "us-east-1"];
export const defaultBus = `arn:aws:events:${region}:${account}:event-bus/default`;

/** An event as EventBridge hands it on; the same for the same operation. */
export const foreignEvent = (
  { source, detailType, detail }: Foreign,
  index: number,
  now: number,
): BusEvent => ({
  version: "0",
  id: `foreign-${index}`,
  "detail-type": detailType,
  source,
  account,
  time: new Date(now).toISOString().replace(/\.\d+/, ""),
  region,
  resources: [],
  detail,
});
