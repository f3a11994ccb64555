import * as z from "zod";
import { ForeignId } from "../../../shared/domain/texts.ts";
import { pageOf, pageQuery } from "../../../shared/dynamo/page.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { ListedProblem, PersonId, problemLifecycle, TeamId } from "../problem.ts";
import { type ProblemContext, target } from "../table.ts";

const filters = {
  teamId: TeamId.optional().describe("Open ones of this team, most urgent first"),
  assigneeId: PersonId.optional().describe("Open ones of this person, most urgent first"),
  priority: z.enum(["1", "2", "3", "4", "5"]).optional().describe("Open ones of this priority, oldest first"),
  state: problemLifecycle.State.optional().describe("All in this state, newest first"),
  ciId: ForeignId.optional().describe("All that affect this CI or are caused by it, newest first"),
  serviceId: ForeignId.optional().describe("All that affect this service, newest first"),
  changeId: ForeignId.optional().describe("All that this change caused or is to fix, newest first"),
  taskAssigneeId: PersonId.optional().describe("Open ones with open tasks of this person, newest first"),
};
type Filters = { [K in keyof typeof filters]?: string | undefined };

const chosen = (query: Filters) =>
  (Object.keys(filters) as (keyof Filters)[]).filter((name) => query[name] !== undefined);

const Query = z
  .strictObject({ ...filters, ...pageQuery })
  .refine((query) => chosen(query).length <= 1, "Ask by one filter at a time");

const edgesTo = (partition: string) => ({ index: "byTarget", partition, newestFirst: true, edges: true });

const asks = {
  teamId: (teamId: string) => ({ index: "byTeam", partition: teamId }),
  assigneeId: (assigneeId: string) => ({ index: "byAssignee", partition: assigneeId }),
  priority: (priority: string) => ({ index: "byPriority", partition: priority }),
  state: (state: string) => ({ index: "byState", partition: state, newestFirst: true }),
  ciId: (id: string) => edgesTo(target.ci(id)),
  serviceId: (id: string) => edgesTo(target.service(id)),
  changeId: (id: string) => edgesTo(target.change(id)),
  taskAssigneeId: (id: string) => edgesTo(target.taskAssignee(id)),
};

export const listProblems = endpoint({
  id: "listProblems",
  summary: "List problems by one filter; the newest without any",
  route: "GET /problems",
  permission: "problem:read",
  query: Query,
  reply: pageOf(ListedProblem),
  refusals: ["invalid_cursor"],
  handle: ({ query }, { problems }: ProblemContext) => {
    const [name] = chosen(query);
    const ask = name
      ? asks[name](String(query[name]))
      : { index: "newest", partition: "all", newestFirst: true };
    return problems.list(ask, query);
  },
});
