import { approveFreezeException } from "./endpoints/approve-freeze-exception.ts";
import { rejectFreezeException } from "./endpoints/reject-freeze-exception.ts";
import { requestFreezeException } from "./endpoints/request-freeze-exception.ts";

/** Asking for, and deciding on, a change in a freeze. */
export const exceptionEndpoints = [approveFreezeException, rejectFreezeException, requestFreezeException];
