import { commandEndpoint } from "../command-endpoint.ts";
import { setRootCause } from "../decisions/investigate.ts";

export const nameRootCause = commandEndpoint({
  id: "nameRootCause",
  summary: "Name the root cause, with the CIs at fault and the change that caused it",
  route: "POST /problems/{problemId}/root-cause",
  command: setRootCause,
});
