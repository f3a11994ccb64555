import { commandEndpoint } from "../command-endpoint.ts";
import { withdraw } from "../decisions/publish.ts";

export const withdrawKnownError = commandEndpoint({
  id: "withdrawKnownError",
  summary: "Nobody outside reads the known error any more",
  route: "POST /problems/{problemId}/known-error/withdraw",
  command: withdraw,
  permission: "problem:manage",
});
