import { forEachId } from "../../../shared/dynamo/for-each.ts";
import { subscription } from "../../../shared/events/subscription.ts";
import { HolidayListChanged } from "../events.ts";
import { refreshCalendar } from "../refresh-calendar.ts";
import type { ServiceLevelContext } from "../table.ts";

export const holidayListChanged = subscription({
  id: "holiday-list-changed",
  summary: "Calendars that use the list take over its closed days.",
  event: HolidayListChanged,
  handle: ({ meta }, context: ServiceLevelContext) =>
    forEachId(context.calendars.ids({ index: "users", partition: meta.subject }), (id) =>
      refreshCalendar(id, context),
    ),
});
