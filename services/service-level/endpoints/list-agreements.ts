import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { keptLifecycle, keptList } from "../../../shared/kept/kept.ts";
import { Agreement } from "../agreement.ts";
import { CalendarId } from "../calendar.ts";
import { paths, type ServiceLevelContext } from "../table.ts";

const Query = z.strictObject({
  state: keptLifecycle.State.default("active").describe("Agreements in this state, by name"),
  calendarId: CalendarId.optional().describe("Instead: active ones that count on this calendar, by number"),
  ...pageQuery,
});
const Listed = Agreement.omit({ description: true, metrics: true }).meta({ id: "ListedAgreement" });

export const listAgreements = endpoint({
  id: "listAgreements",
  summary: "List service level agreements by state or by calendar",
  route: "GET /agreements",
  permission: "service-level:read",
  query: Query,
  reply: pageOf(Listed),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, calendarId, ...page } }, { agreements }: ServiceLevelContext) =>
    calendarId === undefined
      ? agreements.list(keptList(paths.agreement, state), page)
      : agreements.list({ index: "users", partition: calendarId, edges: true }, page),
});
