import { holdingsEvent } from "../../shared/holdings/holdings.ts";

/** Assets, reservations and seats that still refer to a person. */
export const AssetHoldingsFound = holdingsEvent("itsm.asset");
