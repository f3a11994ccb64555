import { commandEndpoint } from "../command-endpoint.ts";
import { changeAction } from "../decisions/review.ts";

export const changeReviewAction = commandEndpoint({
  id: "changeReviewAction",
  summary: "Change an action of the review, or say that it is done",
  route: "POST /incidents/{incidentId}/review/actions/change",
  permission: "incident:work",
  command: changeAction,
});
