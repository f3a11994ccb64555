import { Refusal } from "../../../shared/domain/refusal.ts";
import { forEachId } from "../../../shared/dynamo/for-each.ts";
import { togetherPart } from "../../../shared/dynamo/together.ts";
import type { Schedule as Timed } from "../../../shared/service.ts";
import type { RequestContext } from "../context.ts";
import { placeOrder } from "../place-order.ts";
import { notOrdered, ordered, type Schedule } from "../schedule.ts";
import { scheduleRecords } from "../table.ts";

const isDue = (schedule: Schedule | undefined, now: string): schedule is Schedule =>
  schedule?.state === "active" && schedule.nextAt !== undefined && schedule.nextAt <= now;

/** Ordered in the name of its owner, and moved on to its next time in the same transaction. */
const order = async (id: string, context: RequestContext): Promise<void> => {
  const now = context.now();
  const read = async () => (await context.stored.schedules.read([id])).get(id);
  const schedule = await read();
  if (!isDue(schedule, now)) return;
  const owner = context.asPerson(schedule.ownerId, schedule.asAgent);
  const also = async () => {
    const present = await read();
    return (requestId: string) => {
      if (!isDue(present, now)) throw new Refusal("illegal_transition", "It was ordered already");
      return [togetherPart(scheduleRecords, id, present, ordered(present, requestId, now))];
    };
  };
  const origin = { kind: "schedule", id };
  await placeOrder(schedule.order, owner.actor, owner, { origin, also }).catch(async (error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    const why = error.violations[0]?.message ?? error.message;
    await context.schedules.update(id, undefined, (present) =>
      isDue(present, now) ? notOrdered(present, why, now) : [],
    );
  });
};

export const orderScheduled: Timed<RequestContext> = {
  id: "order-scheduled",
  summary: "Orders what was to be ordered at a time that has come.",
  every: "rate(1 minute)",
  handle: async ({ deadline }, context) => {
    const due = context.schedules.ids({ index: "due", partition: "schedule", upTo: `${context.now()}~` });
    await forEachId(due, (id) => order(id, context), deadline);
  },
};
