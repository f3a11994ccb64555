import * as z from "zod";
import { type Actor, may } from "../../../shared/access/actor.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import type { RequestContext } from "../context.ts";
import { target } from "../edges.ts";
import { PersonId, RequestId, TeamId } from "../ids.ts";
import { ListedRequestItem, requestItemLifecycle } from "../request-item.ts";

const filters = {
  requestId: RequestId.optional().describe("Those of this request"),
  approverId: PersonId.optional().describe("Those that wait for this person's decision, oldest first"),
  approverRole: ForeignId.optional().describe("Those that wait for somebody with this role, oldest first"),
  teamId: TeamId.optional().describe("Those with open tasks of this team, by when they are due"),
  assigneeId: PersonId.optional().describe("Those with open tasks of this person, by when they are due"),
  state: requestItemLifecycle.State.optional().describe("All in this state, newest first"),
};
type Filters = { [K in keyof typeof filters]?: string | undefined };

const chosen = (query: Filters) =>
  (Object.keys(filters) as (keyof Filters)[]).filter((name) => query[name] !== undefined);

const edgesTo = (partition: string) => ({ index: "byTarget", partition, edges: true });

const asks = {
  // Who fulfils one of them sees it by its tasks, which indexes leave out: they are read whole.
  requestId: (id: string) => ({ index: "byRequest", partition: id, edges: true }),
  approverId: (id: string) => edgesTo(target.approver(id)),
  approverRole: (role: string) => edgesTo(target.approverRole(role)),
  teamId: (id: string) => edgesTo(target.team(id)),
  assigneeId: (id: string) => edgesTo(target.assignee(id)),
  state: (state: string) => ({ index: "byState", partition: `item#${state}`, newestFirst: true }),
};

/** Who may not read all asks for their own: nobody walks through pages of what they may not see. */
const refuseOthers = (actor: Actor, query: Filters): void => {
  const { requestId, approverId, approverRole, teamId, assigneeId } = query;
  const isOwn =
    requestId !== undefined ||
    approverId === actor.id ||
    assigneeId === actor.id ||
    (approverRole !== undefined && actor.roles.includes(approverRole)) ||
    (teamId !== undefined && actor.teams.includes(teamId));
  if (!isOwn && !may(actor, "request:read_all"))
    throw new Refusal("forbidden", "Ask for a request, or for what waits for yourself or your teams");
};

export const listRequestItems = endpoint({
  id: "listRequestItems",
  summary:
    "Items of requests by one filter, such as those that wait for one's approval; open ones without any",
  route: "GET /request-items",
  permission: "request:read",
  query: z
    .strictObject({ ...filters, ...pageQuery })
    .refine((query) => chosen(query).length <= 1, "Ask by one filter at a time"),
  reply: pageOf(ListedRequestItem),
  refusals: ["invalid_cursor"],
  handle: ({ query, actor }, { items }: RequestContext) => {
    refuseOthers(actor, query);
    const [name] = chosen(query);
    const ask = name ? asks[name](String(query[name])) : { index: "open", partition: "open" };
    return items.list(ask, query);
  },
});
