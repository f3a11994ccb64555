import { Refusal } from "../../shared/domain/refusal.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { Kept } from "../../shared/kept/kept.ts";
import { named, unknownId } from "../../shared/kept/named.ts";
import type { AgreementFields } from "./agreement.ts";
import { CalendarId } from "./calendar.ts";
import type { Holidays } from "./holiday-list.ts";
import type { ServiceLevelContext } from "./table.ts";

/** The closed days of the lists that a calendar names. */
export const listedHolidays = async (
  ids: readonly string[],
  { holidayLists }: ServiceLevelContext,
): Promise<Holidays> => {
  const lists = ids.map((id, at) => named(holidayLists, id, `body.holidayListIds.${at}`));
  return (await Promise.all(lists)).flatMap(({ holidays }) => holidays);
};

/** Refuses an agreement whose calendars are not there to count by. */
export const mustHaveCalendars = async (
  { metrics }: Pick<AgreementFields, "metrics">,
  { calendars }: ServiceLevelContext,
): Promise<void> => {
  for (const [at, { calendarId }] of metrics.entries()) {
    if (calendarId === undefined) continue;
    const path = `body.metrics.${at}.calendarId`;
    // The ids of other kinds of record in the same table name no calendar.
    if (!CalendarId.safeParse(calendarId).success) throw unknownId(calendarId, path);
    await named(calendars, calendarId, path);
  }
};

/** Refuses when something active uses a calendar or a holiday list. */
export const mustBeUnused = async (id: string, users: Pick<Records<Kept>, "ids">): Promise<void> => {
  for await (const [user] of users.ids({ index: "users", partition: id }))
    if (user !== undefined) throw new Refusal("rule_violation", `${user} uses it`);
};

/** Refuses to restore a calendar that names a retired list. */
export const mustHaveLists = async (id: string, context: ServiceLevelContext): Promise<void> => {
  await listedHolidays((await context.calendars.get(id)).holidayListIds, context);
};

/** Refuses to restore an agreement that names a retired calendar. */
export const mustHaveItsCalendars = async (id: string, context: ServiceLevelContext): Promise<void> =>
  mustHaveCalendars(await context.agreements.get(id), context);
