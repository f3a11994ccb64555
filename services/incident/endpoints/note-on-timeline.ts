import { commandEndpoint } from "../command-endpoint.ts";
import { noteOnTimeline as command } from "../decisions/major-communication.ts";

export const noteOnTimeline = commandEndpoint({
  id: "noteOnTimeline",
  summary: "Add a moment to the timeline, with its own time",
  route: "POST /incidents/{incidentId}/timeline",
  permission: "incident:work",
  command,
});
