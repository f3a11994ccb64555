import { commandEndpoint } from "../command-endpoint.ts";
import { submit } from "../decisions/progress.ts";
import { findApprovers } from "../find-approvers.ts";

export const submitChange = commandEndpoint({
  id: "submitChange",
  summary: "It is ready: others assess, authorise or schedule it, as its type says",
  route: "POST /changes/{changeId}/submit",
  permission: "change:work",
  command: submit,
  more: findApprovers,
});
