import { subscription } from "../../../shared/events/subscription.ts";
import { CalendarChanged } from "../../service-level/events.ts";
import { askRecompute } from "../recompute.ts";
import type { IncidentContext } from "../table.ts";

export const calendarChanged = subscription({
  id: "calendar-changed",
  summary: "Counts the time of agreements by the calendars as they are.",
  event: CalendarChanged,
  handle: async ({ meta, data }, { knownTerms, jobs }: IncidentContext) => {
    const { id, name, terms } = data.calendar;
    const { news } = await knownTerms.keep(meta, { calendar: { id, name, terms } });
    if (news !== "old") await askRecompute({ jobs });
  },
});
