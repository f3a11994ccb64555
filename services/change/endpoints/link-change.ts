import { commandEndpoint } from "../command-endpoint.ts";
import { link } from "../decisions/relate.ts";

export const linkChange = commandEndpoint({
  id: "linkChange",
  summary: "Tie a change to another record",
  route: "POST /changes/{changeId}/links",
  permission: "change:work",
  command: link,
});
