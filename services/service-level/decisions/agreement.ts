import { occurred } from "../../../shared/dynamo/record.ts";
import type { Agreement, AgreementFields } from "../agreement.ts";
import { AgreementChanged } from "../events.ts";
import { upkeepOf } from "./upkeep.ts";

export const agreementUpkeep = upkeepOf<Agreement>((after, changes) => {
  const { id, name, state, kind, where, internal, metrics } = after;
  const agreement = { id, name, retired: state === "retired", kind, where, internal, metrics };
  return occurred(AgreementChanged, { agreement }, changes);
});

/** All that an agreement shall be. */
export const agreementOf = (fields: AgreementFields) => ({ description: undefined, ...fields });
