import { decisionEndpoint } from "../decision-endpoint.ts";

export const rejectFreezeException = decisionEndpoint({
  id: "rejectFreezeException",
  summary: "Somebody who was asked does not let a change be done in a freeze",
  route: "POST /changes/{changeId}/freeze-exception/reject",
  verdict: "reject",
  about: "exception",
});
