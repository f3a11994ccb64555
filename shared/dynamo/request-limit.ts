import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Actor } from "../access/actor.ts";
import { limitFor, type RequestLimits, windowSeconds } from "../access/request-limits.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Scope } from "./scope.ts";
import { expiryAttribute } from "./table-definition.ts";

/** Lets a request through, or refuses with `too_many_requests` and the seconds to wait. */
export type Admit = (actor: Actor, now: Date) => Promise<void>;

/** Share of the limit that a container gives away without asking: ordinary people never cost a write. */
const freeShare = 1 / 10;
/** Share reserved by one write for those who need more; of it at most so much stays unused in a container. */
const batchShare = 1 / 20;
/** Containers' clocks may differ by less; DynamoDB deletes when it comes to it. */
const keepSeconds = 60;

/** Marks who got nothing from the counter: until the next window they are refused without a write. */
const spent = -1;

/**
 * Counts requests per actor in windows of the clock. All containers of a service draw on one counter, so an
 * actor gets the limit, and at worst the free share again for each further container that they keep busy. A
 * clock set back meets the counters of before.
 */
export const createRequestLimit = (
  limits: RequestLimits,
  { client, table }: Pick<Scope, "client" | "table">,
): Admit => {
  let window = Number.NaN;
  /** Requests that an actor may still send to this container before it has to ask the counter. */
  const purses = new Map<string, number>();

  /** How many of a batch are left for this container once all that were reserved before are taken off. */
  const reserve = async (actor: Actor, shared: number, batch: number): Promise<number> => {
    const { Attributes: counter } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { pk: `RATE#${actor.id}#${window}`, sk: "RATE" },
        UpdateExpression: "ADD #taken :batch SET #expires = :end",
        ExpressionAttributeNames: { "#taken": "taken", "#expires": expiryAttribute },
        ExpressionAttributeValues: { ":batch": batch, ":end": (window + 1) * windowSeconds + keepSeconds },
        ReturnValues: "UPDATED_NEW",
      }),
    );
    return Math.min(batch, shared - (Number(counter?.taken) - batch));
  };

  return async (actor, now) => {
    const seconds = now.getTime() / 1000;
    const current = Math.floor(seconds / windowSeconds);
    if (current !== window) purses.clear();
    window = current;
    const limit = limitFor(actor, limits);
    const free = Math.ceil(limit * freeShare);
    const kept = purses.get(actor.id) ?? free;
    const left = kept === 0 ? await reserve(actor, limit - free, Math.ceil(limit * batchShare)) : kept;
    purses.set(actor.id, left < 1 ? spent : left - 1);
    if (left < 1) {
      const wait = Math.ceil((current + 1) * windowSeconds - seconds);
      throw new Refusal("too_many_requests", `At most ${limit} in ${windowSeconds} seconds`, [], wait);
    }
  };
};
