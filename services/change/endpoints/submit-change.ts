import { commandEndpoint } from "../command-endpoint.ts";
import { submit } from "../decisions/progress.ts";
import { findApprovers } from "../find-approvers.ts";
import { riskAround } from "../surroundings.ts";

export const submitChange = commandEndpoint({
  id: "submitChange",
  summary: "It is ready: others assess, authorise or schedule it, as its type says",
  route: "POST /changes/{changeId}/submit",
  permission: "change:work",
  command: submit,
  more: async (change, on, context) => ({
    ...(await findApprovers(change, on, context)),
    // A normal change is assessed later, by people.
    ...(change.type === "normal" ? {} : { risk: await riskAround(change, context) }),
  }),
});
