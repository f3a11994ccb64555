import { holdingsEvent } from "../../shared/holdings/holdings.ts";

/** CIs that a person still answers for, and open questions about them. */
export const ConfigurationHoldingsFound = holdingsEvent("itsm.configuration");
