import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";

export const PersonNamed = defineEvent({
  source: "itsm.organization",
  type: "PersonNamed",
  version: 1,
  summary: "Somebody is called so from now on.",
  data: z.object({ person: z.object({ id: z.string(), name: z.string() }) }),
});

export const peopleEvents = [PersonNamed];
