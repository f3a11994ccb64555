import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Calendar } from "../calendar.ts";
import { retirable } from "../retirable.ts";
import { inState, type ServiceLevelContext } from "../table.ts";

const Listed = Calendar.omit({
  description: true,
  week: true,
  holidays: true,
  specialDays: true,
  listedHolidays: true,
}).meta({ id: "ListedCalendar" });

export const listCalendars = endpoint({
  id: "listCalendars",
  summary: "List business calendars by name",
  route: "GET /calendars",
  permission: "service-level:read",
  query: z.strictObject({ state: retirable.State.default("active"), ...pageQuery }),
  reply: pageOf(Listed),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, ...page } }, { calendars }: ServiceLevelContext) =>
    calendars.list({ index: "byState", partition: inState("calendar", state) }, page),
});
