import type * as z from "zod";
import type { Kept } from "../../shared/kept/kept.ts";
import { type KeptKind, keptEndpoints } from "../../shared/kept/kept-endpoints.ts";
import { Agreement, AgreementFields, AgreementId } from "./agreement.ts";
import { Calendar, CalendarFields, CalendarId } from "./calendar.ts";
import { tellOfAgreement } from "./decisions/agreement.ts";
import { tellOfCalendar } from "./decisions/calendar.ts";
import { tellOfHolidayList } from "./decisions/holiday-list.ts";
import { listAgreements } from "./endpoints/list-agreements.ts";
import { HolidayList, HolidayListFields, HolidayListId } from "./holiday-list.ts";
import {
  listedHolidays,
  mustBeUnused,
  mustHaveCalendars,
  mustHaveItsCalendars,
  mustHaveLists,
} from "./named.ts";
import { paths, type ServiceLevelContext } from "./table.ts";

const endpointsOf = <R extends Kept, F extends z.ZodObject>(
  kind: Omit<KeptKind<ServiceLevelContext, R, F>, "read" | "write" | "history" | "mayWrite">,
) =>
  keptEndpoints<ServiceLevelContext, R, F>({
    ...kind,
    read: "service-level:read",
    write: "service-level:administer",
    history: "service-level:read",
    mayWrite: () => true,
  });

/** Calendars, the holiday lists they share, and the agreements that count on them. */
export const keptHere = [
  ...endpointsOf<HolidayList, typeof HolidayListFields>({
    noun: ["HolidayList", "HolidayLists"],
    title: "a list of closed days",
    summaries: {
      create: "Name closed days that several calendars share, such as a country's",
      replace: "Say anew which days are closed; the calendars that use the list follow",
      retire: "No calendar may take the list any more; refused while one uses it",
      restore: "Calendars may take the list again",
    },
    path: paths.holidayList,
    id: ["holidayListId", HolidayListId],
    fields: HolidayListFields,
    reply: HolidayList,
    listed: HolidayList.omit({ holidays: true }).meta({ id: "ListedHolidayList" }),
    tell: tellOfHolidayList,
    records: ({ holidayLists }) => holidayLists,
    checkMove: { retire: (id, { calendars }) => mustBeUnused(id, calendars) },
  }),
  ...endpointsOf<Calendar, typeof CalendarFields>({
    noun: ["Calendar", "Calendars"],
    title: "a business calendar",
    summaries: {
      create: "Say when a company, a site or a team works",
      replace: "Say anew when work is done; clocks that run on the calendar follow",
      retire: "No agreement may count on it any more; refused while an active one does",
      restore: "Agreements may count on it again; refused while a holiday list of it is retired",
    },
    path: paths.calendar,
    id: ["calendarId", CalendarId],
    fields: CalendarFields,
    reply: Calendar,
    listed: Calendar.omit({
      description: true,
      week: true,
      holidays: true,
      specialDays: true,
      listedHolidays: true,
    }).meta({ id: "ListedCalendar" }),
    tell: tellOfCalendar,
    records: ({ calendars }) => calendars,
    check: async ({ holidayListIds }, context) => ({
      listedHolidays: await listedHolidays(holidayListIds, context),
    }),
    checkMove: { retire: (id, { agreements }) => mustBeUnused(id, agreements), restore: mustHaveLists },
    refusals: ["rule_violation"],
  }),
  ...endpointsOf<Agreement, typeof AgreementFields>({
    noun: ["Agreement", "Agreements"],
    title: "a service level agreement",
    summaries: {
      create: "Promise times for a kind of record; every agreement that matches one runs on it",
      replace: "Agree anew; open records are measured by it from their beginning",
      retire: "It measures nothing any more; records that are settled keep what it said",
      restore: "It measures again; refused while a calendar of it is retired",
    },
    path: paths.agreement,
    id: ["agreementId", AgreementId],
    fields: AgreementFields,
    reply: Agreement,
    listed: Agreement,
    list: listAgreements,
    tell: tellOfAgreement,
    records: ({ agreements }) => agreements,
    check: mustHaveCalendars,
    checkMove: { restore: mustHaveItsCalendars },
    refusals: ["rule_violation"],
  }),
];
