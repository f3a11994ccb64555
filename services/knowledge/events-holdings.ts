import { holdingsEvent } from "../../shared/holdings/holdings.ts";

/** Articles and tasks about them that a person still has. */
export const KnowledgeHoldingsFound = holdingsEvent("itsm.knowledge");
