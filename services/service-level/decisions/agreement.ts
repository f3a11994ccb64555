import { occurred } from "../../../shared/dynamo/record.ts";
import type { Tell } from "../../../shared/kept/kept.ts";
import type { Agreement } from "../agreement.ts";
import { AgreementChanged } from "../events.ts";

export const tellOfAgreement: Tell<Agreement> = (after, changes) => {
  const { id, name, state, kind, where, internal, metrics } = after;
  const agreement = { id, name, retired: state === "retired", kind, where, internal, metrics };
  return occurred(AgreementChanged, { agreement }, changes);
};
