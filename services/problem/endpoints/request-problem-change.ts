import { commandEndpoint } from "../command-endpoint.ts";
import { requestChange } from "../decisions/request-change.ts";

export const requestProblemChange = commandEndpoint({
  id: "requestProblemChange",
  summary: "Ask for a change that fixes it; the change service raises it",
  route: "POST /problems/{problemId}/changes",
  command: requestChange,
  refusals: ["rule_violation"],
});
