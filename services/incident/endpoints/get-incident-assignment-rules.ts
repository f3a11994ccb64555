import { endpoint } from "../../../shared/http/endpoint.ts";
import { AssignmentRules, assignmentRulesId } from "../assignment-rules.ts";
import type { IncidentContext } from "../table.ts";

export const getIncidentAssignmentRules = endpoint({
  id: "getIncidentAssignmentRules",
  summary: "The rules by which incidents find a team and a person",
  route: "GET /incident-assignment-rules",
  permission: "incident:read_settings",
  reply: AssignmentRules,
  refusals: [],
  handle: (_request, { assignmentRulesRecord }: IncidentContext) =>
    assignmentRulesRecord.get(assignmentRulesId),
});
