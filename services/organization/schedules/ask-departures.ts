import { forEachId } from "../../../shared/dynamo/for-each.ts";
import type { Schedule } from "../../../shared/service.ts";
import { askIfDue } from "../decisions/departure.ts";
import type { OrganizationContext } from "../table.ts";

export const askDepartures: Schedule<OrganizationContext> = {
  id: "ask-departures",
  summary: "Asks every service again what is left of who leaves, until nothing is.",
  every: "rate(5 minutes)",
  handle: async ({ deadline }, { departures, now }) => {
    const due = departures.ids({ index: "departuresDue", partition: "due", upTo: `${now()}~` });
    // The index may lag behind: what is due is asked of the departure itself.
    await forEachId(
      due,
      (id) => departures.update(id, undefined, (departure) => askIfDue(departure, now())),
      deadline,
    );
  },
};
