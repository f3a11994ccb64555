import { commandEndpoint } from "../command-endpoint.ts";
import { analyse } from "../decisions/investigate.ts";

export const writeProblemAnalysis = commandEndpoint({
  id: "writeProblemAnalysis",
  summary: "Write what is known of its causes: five whys, causes by category, timeline",
  route: "POST /problems/{problemId}/analysis",
  command: analyse,
});
