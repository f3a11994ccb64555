import { commandEndpoint } from "../command-endpoint.ts";
import { requestImpact } from "../decisions/impact.ts";

export const assessChangeImpact = commandEndpoint({
  id: "assessChangeImpact",
  summary: "Have it worked out anew what depends on the CIs it names; the change has the answer soon after",
  route: "POST /changes/{changeId}/assess-impact",
  permission: "change:work",
  command: requestImpact,
});
