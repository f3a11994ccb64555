import * as z from "zod";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { type Endpoint, endpoint } from "../../shared/http/endpoint.ts";
import { HistoryItem } from "../../shared/http/history-item.ts";
import type { ChangeContext } from "./context.ts";
import { acknowledge, Confirmation, confirm, Explanation, explain } from "./decisions/finding.ts";
import { Finding, FindingId, findingLifecycle, ListedFinding } from "./finding.ts";

const params = z.object({ changeFindingId: FindingId });
const path = "/change-findings/{changeFindingId}";

const step = {
  permission: "change:work",
  params,
  reply: Finding,
  refusals: ["not_found", "illegal_transition", "version_conflict", "rule_violation"],
} as const satisfies Partial<Endpoint>;

const acknowledgeChangeFinding = endpoint({
  ...step,
  id: "acknowledgeChangeFinding",
  summary: "Look after a finding",
  route: `POST ${path}/acknowledge`,
  body: z.strictObject({}),
  handle: ({ params: { changeFindingId: id }, actor, ifMatch }, { findings, now }: ChangeContext) =>
    findings.update(id, ifMatch, (finding) => acknowledge(finding, { personId: actor.id, now: now() })),
});

const explainChangeFinding = endpoint({
  ...step,
  id: "explainChangeFinding",
  summary: "Say how it came about, with the change that it belongs to if there is one",
  route: `POST ${path}/explain`,
  body: Explanation,
  handle: async ({ params: { changeFindingId: id }, body, actor, ifMatch }, context: ChangeContext) => {
    const { findings, changes, now } = context;
    const [change] = body.changeId === undefined ? [] : await changes.some([body.changeId]);
    const on = { personId: actor.id, now: now(), change };
    return findings.update(id, ifMatch, (finding) => explain(finding, body, on));
  },
});

const confirmChangeFinding = endpoint({
  ...step,
  id: "confirmChangeFinding",
  summary: "It was changed without authority; say what is done about it",
  route: `POST ${path}/confirm`,
  body: Confirmation,
  handle: ({ params: { changeFindingId: id }, body, actor, ifMatch }, { findings, now }: ChangeContext) =>
    findings.update(id, ifMatch, (finding) => confirm(finding, body, { personId: actor.id, now: now() })),
});

const getChangeFinding = endpoint({
  id: "getChangeFinding",
  summary: "Read what was found of a CI that nobody had authority to change",
  route: `GET ${path}`,
  permission: "change:read_all",
  params,
  reply: Finding,
  refusals: ["not_found"],
  handle: ({ params: { changeFindingId: id } }, { findings }: ChangeContext) => findings.get(id),
});

const listChangeFindingHistory = endpoint({
  id: "listChangeFindingHistory",
  summary: "Everything that happened to a finding",
  route: `GET ${path}/history`,
  permission: "change:read_all",
  params,
  query: z.strictObject(pageQuery),
  reply: pageOf(HistoryItem),
  refusals: ["not_found", "invalid_cursor"],
  handle: ({ params: { changeFindingId: id }, query }, { findings }: ChangeContext) =>
    findings.history(id, query),
});

const Query = z
  .strictObject({
    state: findingLifecycle.State.optional().describe(
      "All in this state, newest first; open ones unless given",
    ),
    ciId: z.string().min(1).max(128).optional().describe("All of this CI, newest first"),
    ...pageQuery,
  })
  .refine(({ state, ciId }) => state === undefined || ciId === undefined, {
    path: ["ciId"],
    error: "Ask by one filter at a time",
  });

const listChangeFindings = endpoint({
  id: "listChangeFindings",
  summary: "CIs that were found to be otherwise without a change of them being done",
  route: "GET /change-findings",
  permission: "change:read_all",
  query: Query,
  reply: pageOf(ListedFinding),
  refusals: ["invalid_cursor"],
  handle: ({ query: { state = "open", ciId, ...page } }, { findings }: ChangeContext) =>
    findings.list(
      ciId === undefined
        ? { index: "findingsByState", partition: state, newestFirst: true }
        : { index: "findingsByCi", partition: ciId, newestFirst: true },
      page,
    ),
});

/** Unauthorised changes. */
export const findingEndpoints = [
  acknowledgeChangeFinding,
  confirmChangeFinding,
  explainChangeFinding,
  getChangeFinding,
  listChangeFindingHistory,
  listChangeFindings,
];
