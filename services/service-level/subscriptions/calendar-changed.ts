import { subscription } from "../../../shared/events/subscription.ts";
import { CalendarChanged } from "../events.ts";
import { refreshCalendar } from "../refresh-calendar.ts";
import type { ServiceLevelContext } from "../table.ts";

export const calendarChanged = subscription({
  id: "calendar-changed",
  summary:
    "A calendar written at the moment one of its lists changed may have taken the old days: it looks again.",
  event: CalendarChanged,
  where: { calendar: { holidayListIds: [{ prefix: "HOL" }] } },
  handle: ({ meta }, context: ServiceLevelContext) => refreshCalendar(meta.subject, context),
});
