import { commandEndpoint } from "../command-endpoint.ts";
import { tellFix } from "../decisions/communicate.ts";

export const communicateFix = commandEndpoint({
  id: "communicateFix",
  summary: "Tell everybody with a linked incident of the fix",
  route: "POST /problems/{problemId}/communicate-fix",
  command: tellFix,
  permission: "problem:manage",
});
