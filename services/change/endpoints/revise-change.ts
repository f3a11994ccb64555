import { commandEndpoint } from "../command-endpoint.ts";
import { revise } from "../decisions/edit.ts";

export const reviseChange = commandEndpoint({
  id: "reviseChange",
  summary: "Plan it anew; approvals of what it was are void",
  route: "POST /changes/{changeId}/revise",
  permission: "change:work",
  command: revise,
});
