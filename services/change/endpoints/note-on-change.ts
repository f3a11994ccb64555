import { commandEndpoint } from "../command-endpoint.ts";
import { note } from "../decisions/relate.ts";

export const noteOnChange = commandEndpoint({
  id: "noteOnChange",
  summary: "Write a note for those who work with changes",
  route: "POST /changes/{changeId}/notes",
  permission: "change:work",
  command: note,
});
