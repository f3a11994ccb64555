import { commandEndpoint } from "../command-endpoint.ts";
import { acceptMajor as command } from "../decisions/major.ts";

export const acceptMajor = commandEndpoint({
  id: "acceptMajor",
  summary: "It is a major incident: name who leads it, and who hears what how often",
  route: "POST /incidents/{incidentId}/major/accept",
  permission: "incident:decide_major",
  command,
  more: async ({ majorSettings }) => ({ majorSettings: await majorSettings() }),
});
