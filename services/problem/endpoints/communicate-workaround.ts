import { commandEndpoint } from "../command-endpoint.ts";
import { tellWorkaround } from "../decisions/communicate.ts";

export const communicateWorkaround = commandEndpoint({
  id: "communicateWorkaround",
  summary: "Tell everybody with a linked incident how to go on",
  route: "POST /problems/{problemId}/communicate-workaround",
  command: tellWorkaround,
  permission: "problem:manage",
});
