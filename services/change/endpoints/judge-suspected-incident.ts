import { commandEndpoint } from "../command-endpoint.ts";
import { judgeSuspect } from "../decisions/suspect.ts";

export const judgeSuspectedIncident = commandEndpoint({
  id: "judgeSuspectedIncident",
  summary: "Say whether the change caused an incident that was proposed as its consequence",
  route: "POST /changes/{changeId}/suspected-incidents",
  permission: "change:work",
  command: judgeSuspect,
});
