import { commandEndpoint } from "../command-endpoint.ts";
import { addAction } from "../decisions/review.ts";

export const addReviewAction = commandEndpoint({
  id: "addReviewAction",
  summary: "Add what is to be done after the review",
  route: "POST /incidents/{incidentId}/review/actions",
  permission: "incident:work",
  command: addAction,
  refusals: ["rule_violation"],
});
