import { isSame } from "../../shared/domain/is-same.ts";
import { refresh } from "./decisions/calendar.ts";
import type { ServiceLevelContext } from "./table.ts";

/**
 * Brings a calendar up to what its holiday lists say now. Each change it makes is an event after which it is
 * called again, so in the end every calendar holds what its lists hold, whoever wrote at the same time.
 */
export const refreshCalendar = async (
  id: string,
  { calendars, holidayLists }: ServiceLevelContext,
): Promise<void> => {
  const { holidayListIds } = await calendars.get(id);
  const lists = await Promise.all(holidayListIds.map((listId) => holidayLists.get(listId)));
  const listed = lists.flatMap(({ holidays }) => holidays);
  await calendars.update(id, undefined, (calendar) =>
    // Lists exchanged meanwhile come with an event of their own.
    isSame(calendar.holidayListIds, holidayListIds) ? refresh(calendar, listed) : [],
  );
};
