import * as z from "zod";
import { type Actor, may } from "../../shared/access/actor.ts";
import { Refusal } from "../../shared/domain/refusal.ts";
import { pageOf, pageQuery } from "../../shared/dynamo/page.ts";
import { endpoint } from "../../shared/http/endpoint.ts";
import { PersonId } from "./change-fields.ts";
import type { ChangeContext } from "./context.ts";
import { delegate, endDelegation } from "./decisions/delegate.ts";
import { Delegation, DelegationFields, DelegationId } from "./delegation.ts";

const params = z.object({ approvalDelegationId: DelegationId });

/** People say who stands in for them; for others, who manages changes does, as when somebody falls ill. */
const mustBeOwn = (actor: Actor, personId: string): void => {
  if (personId !== actor.id && !may(actor, "change:manage"))
    throw new Refusal("forbidden", "Only for yourself");
};

const delegateApprovals = endpoint({
  id: "delegateApprovals",
  summary: "Say who decides on changes while somebody is away; what waits for them is asked of both",
  route: "POST /approval-delegations",
  permission: "change:decide",
  body: DelegationFields,
  reply: Delegation,
  status: 201,
  refusals: ["rule_violation"],
  handle: ({ body, actor }, { delegations, now }: ChangeContext) =>
    delegations.create((id) => {
      mustBeOwn(actor, body.personId ?? actor.id);
      return delegate(id, body, actor.id, now());
    }),
});

const endApprovalDelegation = endpoint({
  id: "endApprovalDelegation",
  summary: "Somebody is back earlier and decides themselves again; what was decided for them stays",
  route: "POST /approval-delegations/{approvalDelegationId}/end",
  permission: "change:decide",
  params,
  body: z.strictObject({}),
  reply: Delegation,
  refusals: ["not_found", "illegal_transition", "version_conflict"],
  handle: ({ params: { approvalDelegationId: id }, actor, ifMatch }, { delegations }: ChangeContext) =>
    delegations.update(id, ifMatch, (delegation) => {
      mustBeOwn(actor, delegation.personId);
      return endDelegation(delegation);
    }),
});

const getApprovalDelegation = endpoint({
  id: "getApprovalDelegation",
  summary: "Read a delegation",
  route: "GET /approval-delegations/{approvalDelegationId}",
  permission: "change:read",
  params,
  reply: Delegation,
  refusals: ["not_found"],
  handle: ({ params: { approvalDelegationId: id } }, { delegations }: ChangeContext) => delegations.get(id),
});

const Query = z
  .strictObject({
    personId: PersonId.optional().describe("Of whoever is away; oneself unless anybody is named"),
    toId: PersonId.optional().describe("To whoever stands in"),
    ...pageQuery,
  })
  .refine(({ personId, toId }) => personId === undefined || toId === undefined, {
    path: ["toId"],
    error: "Ask by one filter at a time",
  });

const listApprovalDelegations = endpoint({
  id: "listApprovalDelegations",
  summary: "Who stands in for whom, what ends last first; what was ended before its time is not listed",
  route: "GET /approval-delegations",
  permission: "change:read",
  query: Query,
  reply: pageOf(Delegation),
  refusals: ["invalid_cursor"],
  handle: ({ query: { personId, toId, ...page }, actor }, { delegations }: ChangeContext) => {
    const asked = toId ?? personId ?? actor.id;
    if (asked !== actor.id && !may(actor, "change:read_all"))
      throw new Refusal("forbidden", "Ask for your own");
    const index = toId === undefined ? "delegationsByPerson" : "delegationsByDeputy";
    return delegations.list({ index, partition: asked, newestFirst: true }, page);
  },
});

/** Who decides while somebody is away. */
export const delegationEndpoints = [
  delegateApprovals,
  endApprovalDelegation,
  getApprovalDelegation,
  listApprovalDelegations,
];
