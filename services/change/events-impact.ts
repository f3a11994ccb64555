import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { ChangeSnapshot } from "./events.ts";

export const ChangeImpactRequested = defineEvent({
  source: "itsm.change",
  type: "ChangeImpactRequested",
  version: 1,
  summary: "Somebody wants to know anew what depends on the CIs that a change names.",
  data: z.object({ change: ChangeSnapshot }),
});
