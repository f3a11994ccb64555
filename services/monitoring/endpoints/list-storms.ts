import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { Storm, stormLifecycle } from "../storm.ts";
import type { MonitoringContext } from "../table.ts";

export const listStorms = endpoint({
  id: "listStorms",
  summary: "Storms in a state, newest first",
  route: "GET /alert-storms",
  permission: "monitoring:read",
  query: z.strictObject({ ...pageQuery, state: stormLifecycle.State.default("active") }),
  reply: pageOf(Storm),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state, ...page } }, { storms }: MonitoringContext) =>
    storms.list({ index: "stormsByState", partition: state, newestFirst: true }, page),
});
