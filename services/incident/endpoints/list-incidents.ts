import * as z from "zod";
import { type Actor, may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { isOpenTask } from "../../../shared/domain/task.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import {
  CiId,
  type Incident,
  IncidentId,
  incidentLifecycle,
  ListedIncident,
  PersonId,
  ServiceId,
  TeamId,
} from "../incident.ts";
import { type IncidentContext, target } from "../table.ts";

const filters = {
  teamId: TeamId.optional().describe("Open ones of this team, most urgent first"),
  assigneeId: PersonId.optional().describe("Open ones of this person, most urgent first"),
  unassigned: z.literal("true").optional().describe("Open ones nobody works on, most urgent first"),
  breaching: z.literal("true").optional().describe("Open ones by the time they should be resolved"),
  priority: z.enum(["1", "2", "3", "4", "5"]).optional().describe("Open ones of this priority, oldest first"),
  callerId: PersonId.optional().describe("All of this caller, newest first"),
  state: incidentLifecycle.State.optional().describe("All in this state, newest first"),
  ciId: CiId.optional().describe("All that affect this configuration item, newest first"),
  serviceId: ServiceId.optional().describe("All that affect this service, newest first"),
  recordId: z
    .string()
    .max(128)
    .optional()
    .describe("All tied to this problem, change or other record, newest first"),
  parentId: IncidentId.optional().describe("Consequences of this incident, newest first"),
  major: z
    .enum(["proposed", "accepted"])
    .optional()
    .describe("Those proposed as major incidents, or major incidents, until they are closed, newest first"),
  mergedInto: IncidentId.optional().describe("Duplicates of this incident, newest first"),
  watcherId: PersonId.optional().describe("All this person follows, newest first"),
  taskAssigneeId: PersonId.optional().describe("Open ones with open tasks of this person, newest first"),
  vip: z
    .literal("true")
    .optional()
    .describe("Open ones of callers who need special handling, most urgent first"),
};
type Filters = { [K in keyof typeof filters]?: string | undefined };

const dueBefore = z.iso
  .datetime()
  .optional()
  .describe("With `breaching`: those that should be resolved before then, overdue ones among them");

const Query = z
  .strictObject({ ...filters, dueBefore, ...pageQuery })
  .refine((query) => chosen(query).length <= 1, "Ask by one filter at a time")
  .refine((query) => query.dueBefore === undefined || query.breaching !== undefined, {
    path: ["dueBefore"],
    message: "Goes together with breaching=true",
  });

const chosen = (query: Filters) =>
  (Object.keys(filters) as (keyof Filters)[]).filter((name) => query[name] !== undefined);

const asks = {
  teamId: (teamId: string) => ({ index: "byTeam", partition: teamId }),
  assigneeId: (assigneeId: string) => ({ index: "byAssignee", partition: assigneeId }),
  unassigned: () => ({ index: "unassigned", partition: "unassigned" }),
  breaching: () => ({ index: "breaching", partition: "open" }),
  priority: (priority: string) => ({ index: "byPriority", partition: priority }),
  callerId: (callerId: string) => ({ index: "byCaller", partition: callerId, newestFirst: true }),
  state: (state: string) => ({ index: "byState", partition: state, newestFirst: true }),
  ciId: (id: string) => edgesTo(target.ci(id)),
  serviceId: (id: string) => edgesTo(target.service(id)),
  recordId: (id: string) => edgesTo(target.record(id)),
  parentId: (id: string) => edgesTo(target.parent(id)),
  major: (state: string) => ({ index: "majors", partition: state, newestFirst: true }),
  mergedInto: (id: string) => edgesTo(target.survivor(id)),
  watcherId: (id: string) => edgesTo(target.watcher(id)),
  taskAssigneeId: (id: string) => edgesTo(target.taskAssignee(id)),
  vip: () => ({ index: "vips", partition: "vip" }),
};
/** The question to the table: whole, or up to a moment where the list goes by time. */
const askOf = ({ dueBefore: moment, ...query }: Filters & { dueBefore?: string | undefined }) => {
  const [name] = chosen(query);
  if (name === undefined) return { index: "newest", partition: "all", newestFirst: true };
  const ask = asks[name](String(query[name]));
  return moment === undefined ? ask : { ...ask, upTo: new Date(moment).toISOString() };
};
const edgesTo = (partition: string) => ({ index: "byTarget", partition, newestFirst: true, edges: true });

/** Who may not read all asks for their own: nobody walks through pages of what they may not see. */
const refuseOthers = (actor: Actor, query: Filters): void => {
  const own = query.callerId === actor.id || query.watcherId === actor.id;
  if (!own && !may(actor, "incident:read_all"))
    throw new Refusal("forbidden", "Ask with callerId or watcherId: your own");
};

/** Lists do without what is long, but for the tasks that were asked for. */
const withTasksOf = ({ tasks, ...incident }: Incident, personId: string | undefined) => ({
  ...incident,
  ...(personId === undefined
    ? {}
    : { tasks: tasks?.filter((task) => task.assigneeId === personId && isOpenTask(task)) }),
});

/** Who sees no more than the outside of a restricted incident is not told what its inside matches. */
const isTold = (query: Filters, { vip, tasks = [] }: Pick<Partial<Incident>, "vip" | "tasks">): boolean =>
  (query.vip === undefined || vip === true) && (query.taskAssigneeId === undefined || tasks.length > 0);

export const listIncidents = endpoint({
  id: "listIncidents",
  summary: "List incidents by one filter; the newest without any",
  route: "GET /incidents",
  permission: "incident:read",
  query: Query,
  reply: pageOf(ListedIncident),
  refusals: ["invalid_cursor"],
  handle: async ({ query, actor }, { incidents }: IncidentContext) => {
    refuseOthers(actor, query);
    const { items, nextCursor } = await incidents.list(askOf(query), query);
    const listed = items.map((incident) => withTasksOf(incident, query.taskAssigneeId));
    return { items: listed.filter((incident) => isTold(query, incident)), nextCursor };
  },
});
