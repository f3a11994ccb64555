import { decisionEndpoint } from "../decision-endpoint.ts";

export const approveChange = decisionEndpoint({
  id: "approveChange",
  summary: "Somebody who was asked approves; when all steps are approved, it is authorised",
  route: "POST /changes/{changeId}/approve",
  verdict: "approve",
});
