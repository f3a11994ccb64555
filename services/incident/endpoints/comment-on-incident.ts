import { commandEndpoint } from "../command-endpoint.ts";
import { comment } from "../decisions/talk.ts";

export const commentOnIncident = commandEndpoint({
  id: "commentOnIncident",
  summary: "Say something the caller reads",
  route: "POST /incidents/{incidentId}/comments",
  permission: "incident:comment",
  command: comment,
});
