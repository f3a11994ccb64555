import { holdingsEvent } from "../../shared/holdings/holdings.ts";

/** What a person still holds by their requests. */
export const RequestHoldingsFound = holdingsEvent("itsm.request");
