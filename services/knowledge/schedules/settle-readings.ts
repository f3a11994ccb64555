import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { openingGroup, settleReading } from "../reading.ts";
import type { KnowledgeContext } from "../table.ts";

/** So many tickets of one person in the time are enough to know that one followed. */
const most = 200;

export const settleReadings: Schedule<KnowledgeContext> = {
  id: "settle-readings",
  summary: "Tells of suggestions that were opened whether a ticket followed.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, { readings, openings, now }) => {
    const settle = async (id: string) => {
      const { personId, openedAt } = await readings.get(id);
      const opened = await openings.members(openingGroup(personId), openedAt, most);
      const tickets = opened.map((member) => ({ id: member.id, ...member.value }));
      await readings.update(id, undefined, (reading) => settleReading(reading, tickets, now()));
    };
    await forEachId(
      readings.ids({ index: "due", partition: "reading", upTo: `${now()}~` }),
      settle,
      deadline,
    );
  },
};
