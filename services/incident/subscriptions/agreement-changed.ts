import { subscription } from "../../../shared/events/subscription.ts";
import { AgreementChanged } from "../../service-level/events.ts";
import { askRecompute } from "../recompute.ts";
import type { IncidentContext } from "../table.ts";

export const agreementChanged = subscription({
  id: "agreement-changed",
  summary: "Measures incidents by the agreements in force.",
  event: AgreementChanged,
  handle: async ({ meta, data }, { knownTerms, jobs }: IncidentContext) => {
    const { id, name, retired, ...terms } = data.agreement;
    const policy = { id, name, version: meta.sequence, retired, terms };
    const { news, before } = await knownTerms.keep(meta, { policy });
    const wasOurs = before !== undefined && "policy" in before && before.policy.terms.kind === "incident";
    // After a repeat it is unknown whether the first try came so far.
    if (news !== "old" && (terms.kind === "incident" || wasOurs)) await askRecompute({ jobs });
  },
});
