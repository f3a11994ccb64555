import { errandEvent } from "../../shared/errands/errand.ts";

/** What became of changes that requests ask for. */
export const ChangeErrandAnswered = errandEvent("itsm.change");
