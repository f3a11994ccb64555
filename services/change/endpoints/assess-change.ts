import { commandEndpoint } from "../command-endpoint.ts";
import { assess } from "../decisions/progress.ts";
import { findApprovers } from "../find-approvers.ts";

export const assessChange = commandEndpoint({
  id: "assessChange",
  summary: "Its risk is judged, and those who have to are asked to approve it",
  route: "POST /changes/{changeId}/assess",
  permission: "change:work",
  command: assess,
  more: findApprovers,
});
