import { decisionEndpoint } from "../decision-endpoint.ts";

export const rejectChange = decisionEndpoint({
  id: "rejectChange",
  summary:
    "Somebody who was asked rejects; when its step cannot be approved any more, the change is new again",
  route: "POST /changes/{changeId}/reject",
  verdict: "reject",
});
