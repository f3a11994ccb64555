import { holdingsEvent } from "../../shared/holdings/holdings.ts";

/** Open changes, their tasks and approvals that a person still has. */
export const ChangeHoldingsFound = holdingsEvent("itsm.change");
