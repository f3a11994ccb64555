import { errandEvent } from "../../shared/errands/errand.ts";

/** What became of what requests ask of assets and seats. */
export const AssetErrandAnswered = errandEvent("itsm.asset");
