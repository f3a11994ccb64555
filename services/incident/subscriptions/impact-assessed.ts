import { subscription } from "../../../shared/events/subscription.ts";
import { ImpactAssessed } from "../../configuration/events-impact.ts";
import { storeImpact } from "../decisions/impact.ts";
import type { IncidentContext } from "../table.ts";

export const impactAssessed = subscription({
  id: "impact-assessed",
  summary: "Keeps on an incident what depends on the CIs it names.",
  event: ImpactAssessed,
  where: { subject: { kind: ["incident"] } },
  handle: async ({ meta, data: { subject, ...summary } }, { incidents }: IncidentContext) => {
    if (subject.kind !== "incident") return;
    const assessment = { ...summary, revision: meta.sequence, ofVersion: subject.sequence };
    await incidents.update(subject.id, undefined, (incident) => storeImpact(incident, assessment));
  },
});
