import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import {
  AssignmentRules,
  AssignmentRulesFields,
  assignmentRulesId,
  changeAssignmentRules,
  type Rule,
} from "../assignment-rules.ts";
import { teamOf } from "../route-incident.ts";
import type { IncidentContext } from "../table.ts";

/** A team that was made a moment ago is known within seconds. */
const refuseUnknownTeams = async (rules: readonly Rule[], context: IncidentContext): Promise<void> => {
  const ids = [...new Set(rules.map(({ teamId }) => teamId))];
  const known = await Promise.all(ids.map((id) => teamOf(id, context)));
  const unknown = new Set(ids.filter((_id, i) => !known[i]?.active));
  const violations = rules.flatMap(({ teamId }, i) =>
    unknown.has(teamId) ? [{ path: `body.rules.${i}.teamId`, message: "No such active team" }] : [],
  );
  if (violations.length > 0) throw new Refusal("invalid_input", undefined, violations);
};

export const changeIncidentAssignmentRules = endpoint({
  id: "changeIncidentAssignmentRules",
  summary: "Set the rules by which incidents find a team and a person; those that have one keep it",
  route: "PUT /incident-assignment-rules",
  permission: "incident:administer",
  body: AssignmentRulesFields,
  reply: AssignmentRules,
  needsVersion: true,
  refusals: [],
  handle: async ({ body, ifMatch }, context: IncidentContext) => {
    await refuseUnknownTeams(body.rules, context);
    return context.assignmentRulesRecord.update(assignmentRulesId, ifMatch, () =>
      changeAssignmentRules(body),
    );
  },
});
