import { commandEndpoint } from "../command-endpoint.ts";
import { assess } from "../decisions/progress.ts";
import { findApprovers } from "../find-approvers.ts";
import { riskAround } from "../surroundings.ts";

export const assessChange = commandEndpoint({
  id: "assessChange",
  summary: "Its risk is judged, and those who have to are asked to approve it",
  route: "POST /changes/{changeId}/assess",
  permission: "change:work",
  command: assess,
  more: async (change, on, context) => ({
    ...(await findApprovers(change, on, context)),
    risk: await riskAround(change, context),
  }),
});
