import * as z from "zod";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { alertLifecycle, ListedAlert } from "../alert.ts";
import { withCounts } from "../intake.ts";
import { WindowId } from "../maintenance-window.ts";
import { CiId, ServiceId } from "../signal.ts";
import { StormId } from "../storm.ts";
import { type MonitoringContext, target } from "../table.ts";

const IncidentId = z.string().regex(/^INC\d{7,12}$/, "An incident number such as INC0001234");

const filters = {
  state: alertLifecycle.State.optional().describe("All in this state, newest first"),
  serviceId: ServiceId.optional().describe("Those of this service that fire, newest first"),
  source: z.string().min(1).max(128).optional().describe("Those of this tool that fire, newest first"),
  ciId: CiId.optional().describe("All about this configuration item, newest first"),
  incidentId: IncidentId.optional().describe("Those that opened this incident, newest first"),
  stormId: StormId.optional().describe("All of this storm, firing ones first"),
  windowId: WindowId.optional().describe("Those that this maintenance window mutes, newest first"),
  flapping: z.literal("true").optional().describe("Those that change to and fro, longest first"),
  muted: z.literal("true").optional().describe("Those that fire in a maintenance window, by its end"),
};
type Name = keyof typeof filters;
type Filters = { readonly [K in Name]?: string | undefined };

const chosen = (query: Filters) =>
  (Object.keys(filters) as Name[]).filter((name) => query[name] !== undefined);

const Query = z
  .strictObject({ ...filters, ...pageQuery })
  .refine((query) => chosen(query).length <= 1, "Ask by one filter at a time");

const tied = (partition: string) => ({ index: "byTarget", partition, newestFirst: true, edges: true });

const asks: Readonly<Record<Name, (value: string) => Parameters<MonitoringContext["alerts"]["list"]>[0]>> = {
  state: (state) => ({ index: "alertsByState", partition: state, newestFirst: true }),
  serviceId: (id) => ({ index: "alertsByService", partition: id, newestFirst: true }),
  source: (source) => ({ index: "alertsBySource", partition: source, newestFirst: true }),
  ciId: (id) => tied(target.ci(id)),
  incidentId: (id) => tied(target.incident(id)),
  stormId: (id) => ({ index: "alertsByStorm", partition: id }),
  windowId: (id) => tied(target.window(id)),
  flapping: () => ({ index: "flappingAlerts", partition: "flapping" }),
  muted: () => ({ index: "mutedAlerts", partition: "muted" }),
};

export const listAlerts = endpoint({
  id: "listAlerts",
  summary: "List alerts by one filter; those that fire without any",
  route: "GET /alerts",
  permission: "monitoring:read",
  query: Query,
  reply: pageOf(ListedAlert),
  refusals: ["invalid_cursor"],
  handle: async ({ query }, context: MonitoringContext) => {
    const [name = "state"] = chosen(query);
    const { items, nextCursor } = await context.alerts.list(asks[name](query[name] ?? "firing"), query);
    return { items: [...(await withCounts(items, context))], nextCursor };
  },
});
