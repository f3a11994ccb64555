import { subscription } from "../../../shared/events/subscription.ts";
import { hearCalendar } from "../../../shared/targets/hear-terms.ts";
import { CalendarChanged } from "../../service-level/events.ts";
import type { RequestContext } from "../context.ts";

export const calendarChanged = subscription({
  id: "calendar-changed",
  summary: "Counts the time of agreements by the calendars as they are.",
  event: CalendarChanged,
  handle: ({ meta, data }, context: RequestContext) => hearCalendar(meta, data.calendar, context),
});
