import { commandEndpoint } from "../command-endpoint.ts";
import { publish } from "../decisions/publish.ts";

export const publishKnownError = commandEndpoint({
  id: "publishKnownError",
  summary: "Publish the known error as it is written, for an audience",
  route: "POST /problems/{problemId}/known-error/publish",
  command: publish,
  permission: "problem:manage",
});
