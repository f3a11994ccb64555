import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { HolidayList } from "../holiday-list.ts";
import { retirable } from "../retirable.ts";
import { inState, type ServiceLevelContext } from "../table.ts";

const Listed = HolidayList.omit({ holidays: true }).meta({ id: "ListedHolidayList" });

export const listHolidayLists = endpoint({
  id: "listHolidayLists",
  summary: "List holiday lists by name",
  route: "GET /holiday-lists",
  permission: "service-level:read",
  query: z.strictObject({ state: retirable.State.default("active"), ...pageQuery }),
  reply: pageOf(Listed),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, ...page } }, { holidayLists }: ServiceLevelContext) =>
    holidayLists.list({ index: "byState", partition: inState("holiday-list", state) }, page),
});
