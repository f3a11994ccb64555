import { commandEndpoint } from "../command-endpoint.ts";
import { review } from "../decisions/review.ts";

export const reviewMajor = commandEndpoint({
  id: "reviewMajor",
  summary: "Write the post-incident review",
  route: "POST /incidents/{incidentId}/review",
  permission: "incident:work",
  command: review,
});
