import { holdingsEvent } from "../../shared/holdings/holdings.ts";

/** Open problems and tasks that a person still has. */
export const ProblemHoldingsFound = holdingsEvent("itsm.problem");
