import { commandEndpoint } from "../command-endpoint.ts";
import { setWorkaround } from "../decisions/investigate.ts";

export const writeWorkaround = commandEndpoint({
  id: "writeWorkaround",
  summary: "Write how to go on until it is fixed; nobody is told by this alone",
  route: "POST /problems/{problemId}/workaround",
  command: setWorkaround,
});
