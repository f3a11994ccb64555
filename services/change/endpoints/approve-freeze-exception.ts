import { decisionEndpoint } from "../decision-endpoint.ts";

export const approveFreezeException = decisionEndpoint({
  id: "approveFreezeException",
  summary: "Somebody who was asked lets a change be done in a freeze",
  route: "POST /changes/{changeId}/freeze-exception/approve",
  verdict: "approve",
  about: "exception",
});
