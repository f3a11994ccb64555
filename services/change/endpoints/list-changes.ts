import * as z from "zod";
import { type Actor, may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { BoardId } from "../board.ts";
import { ListedChange } from "../change.ts";
import { ChangeId, PersonId, ServiceId, TeamId } from "../change-fields.ts";
import { normalLifecycle } from "../change-type.ts";
import type { ChangeContext } from "../context.ts";
import { target, weekOf } from "../edges.ts";

const filters = {
  state: normalLifecycle.State.optional().describe("All in this state, newest first"),
  teamId: TeamId.optional().describe("Open ones of this team, by when they are planned"),
  assigneeId: PersonId.optional().describe("Open ones of this person, by when they are planned"),
  requesterId: PersonId.optional().describe("All this person asks for, newest first"),
  approverId: PersonId.optional().describe("Those that wait for this person's decision, oldest first"),
  approverRole: ForeignId.optional().describe("Those that wait for somebody with this role, oldest first"),
  boardId: BoardId.optional().describe("Those that wait for this board's decision, oldest first"),
  taskAssigneeId: PersonId.optional().describe("Open ones with open tasks of this person, newest first"),
  serviceId: ServiceId.optional().describe("All of this service, newest first"),
  recordId: ForeignId.optional().describe("All tied to this problem, incident or other record, newest first"),
  parentId: ChangeId.optional().describe("Parts of this change, newest first"),
  week: z.iso
    .date()
    .optional()
    .describe("All planned in the week (from Monday, UTC) of this day, by beginning"),
};
type Filters = { [K in keyof typeof filters]?: string | undefined };

const Query = z
  .strictObject({ ...filters, ...pageQuery })
  .refine((query) => chosen(query).length <= 1, "Ask by one filter at a time");

const chosen = (query: Filters) =>
  (Object.keys(filters) as (keyof Filters)[]).filter((name) => query[name] !== undefined);

const edgesTo = (partition: string) => ({ index: "byTarget", partition, newestFirst: true, edges: true });

const asks = {
  state: (state: string) => ({ index: "byState", partition: state, newestFirst: true }),
  teamId: (teamId: string) => ({ index: "byTeam", partition: teamId }),
  assigneeId: (assigneeId: string) => ({ index: "byAssignee", partition: assigneeId }),
  requesterId: (requesterId: string) => ({ index: "byRequester", partition: requesterId, newestFirst: true }),
  approverId: (id: string) => ({ ...edgesTo(target.approver(id)), newestFirst: false }),
  approverRole: (role: string) => ({ ...edgesTo(target.approverRole(role)), newestFirst: false }),
  boardId: (id: string) => ({ ...edgesTo(target.board(id)), newestFirst: false }),
  taskAssigneeId: (id: string) => edgesTo(target.taskAssignee(id)),
  serviceId: (id: string) => edgesTo(target.service(id)),
  recordId: (id: string) => edgesTo(target.record(id)),
  parentId: (id: string) => edgesTo(target.parent(id)),
  week: (date: string) => ({ index: "byWeek", partition: weekOf(`${date}T00:00:00Z`), edges: true }),
};

/** Who may not read all asks for their own: nobody walks through pages of what they may not see. */
const refuseOthers = (actor: Actor, query: Filters): void => {
  const own = query.requesterId === actor.id || query.approverId === actor.id;
  const asked = query.approverRole !== undefined && actor.roles.includes(query.approverRole);
  if (!own && !asked && !may(actor, "change:read_all"))
    throw new Refusal("forbidden", "Ask with requesterId or approverId: your own");
};

export const listChanges = endpoint({
  id: "listChanges",
  summary: "List changes by one filter; the newest without any",
  route: "GET /changes",
  permission: "change:read",
  query: Query,
  reply: pageOf(ListedChange),
  refusals: ["invalid_cursor"],
  handle: ({ query, actor }, { changes }: ChangeContext) => {
    refuseOthers(actor, query);
    const [name] = chosen(query);
    const ask = name
      ? asks[name](String(query[name]))
      : { index: "newest", partition: "all", newestFirst: true };
    return changes.list(ask, query);
  },
});
