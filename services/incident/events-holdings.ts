import { holdingsEvent } from "../../shared/holdings/holdings.ts";

/** Open incidents and tasks that a person still has. */
export const IncidentHoldingsFound = holdingsEvent("itsm.incident");
