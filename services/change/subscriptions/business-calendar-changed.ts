import { subscription } from "../../../shared/events/subscription.ts";
import { hearCalendar } from "../../../shared/targets/hear-terms.ts";
import { CalendarChanged } from "../../service-level/events.ts";
import type { ChangeContext } from "../context.ts";

export const businessCalendarChanged = subscription({
  id: "calendar-changed",
  summary: "Counts the time of agreements by the calendars as they are.",
  event: CalendarChanged,
  handle: ({ meta, data }, context: ChangeContext) => hearCalendar(meta, data.calendar, context),
});
