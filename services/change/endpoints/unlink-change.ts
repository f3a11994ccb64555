import { commandEndpoint } from "../command-endpoint.ts";
import { unlink } from "../decisions/relate.ts";

export const unlinkChange = commandEndpoint({
  id: "unlinkChange",
  summary: "Remove a tie to another record",
  route: "POST /changes/{changeId}/links/remove",
  permission: "change:work",
  command: unlink,
});
