import { decisionEndpoint } from "../decision-endpoint.ts";

export const abstainFromChange = decisionEndpoint({
  id: "abstainFromChange",
  summary: "Somebody who was asked will not decide",
  route: "POST /changes/{changeId}/abstain",
  verdict: "abstain",
});
