import { commandEndpoint } from "../command-endpoint.ts";
import { requestException } from "../decisions/exception.ts";
import { findExceptionApprovers } from "../find-approvers.ts";

export const requestFreezeException = commandEndpoint({
  id: "requestFreezeException",
  summary: "Ask for a change to be done in the freezes that stand in its way",
  route: "POST /changes/{changeId}/freeze-exception",
  permission: "change:work",
  command: requestException,
  more: findExceptionApprovers,
});
