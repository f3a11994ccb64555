import { subscription } from "../../../shared/events/subscription.ts";
import { ImpactAssessed } from "../../configuration/events-impact.ts";
import type { ChangeContext } from "../context.ts";
import { storeImpact } from "../decisions/impact.ts";

export const impactAssessed = subscription({
  id: "impact-assessed",
  summary: "Keeps on a change what depends on the CIs that it names; its risk is worked out with it.",
  event: ImpactAssessed,
  where: { subject: { kind: ["change"] } },
  handle: async ({ data: { subject, ...summary } }, { changes }: ChangeContext) => {
    if (subject.kind !== "change") return;
    await changes.update(subject.id, undefined, (change) => storeImpact(change, subject.sequence, summary));
  },
});
