import * as z from "zod";
import { defineEvent } from "../../shared/events/event-type.ts";
import { PolicyTerms } from "../../shared/targets/terms.ts";
import { CalendarTerms } from "../../shared/time/calendar.ts";

const source = "itsm.service-level";
const naming = { id: z.string(), name: z.string(), retired: z.boolean() };

/** A calendar as it counts after the event, the closed days of its holiday lists included. */
export const CalendarSnapshot = z.object({
  ...naming,
  holidayListIds: z.array(z.string()),
  terms: CalendarTerms,
});
export type CalendarSnapshot = z.infer<typeof CalendarSnapshot>;

/** An agreement as it stands after the event. */
export const AgreementSnapshot = z.object({ ...naming, ...PolicyTerms.shape });
export type AgreementSnapshot = z.infer<typeof AgreementSnapshot>;

export const HolidayListChanged = defineEvent({
  source,
  type: "HolidayListChanged",
  version: 1,
  summary: "A list of closed days that calendars share was made or is another one now.",
  data: z.object({ holidayList: z.object(naming) }),
});

export const CalendarChanged = defineEvent({
  source,
  type: "CalendarChanged",
  version: 1,
  summary: "A business calendar was made, is another one now (also by its holiday lists), or was retired.",
  data: z.object({ calendar: CalendarSnapshot }),
});

export const AgreementChanged = defineEvent({
  source,
  type: "AgreementChanged",
  version: 1,
  summary: "A service level agreement was made, is another one now, or was retired or restored.",
  data: z.object({ agreement: AgreementSnapshot }),
});

export const serviceLevelEvents = [HolidayListChanged, CalendarChanged, AgreementChanged];
