import { commandEndpoint } from "../command-endpoint.ts";
import { draftKnownError } from "../decisions/publish.ts";

export const writeKnownError = commandEndpoint({
  id: "writeKnownError",
  summary: "Write the known error; what is published stays until it is published anew",
  route: "POST /problems/{problemId}/known-error",
  command: draftKnownError,
});
