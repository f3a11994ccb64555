import { subscription } from "../../../shared/events/subscription.ts";
import { ImpactAssessed } from "../../configuration/events-impact.ts";
import type { ChangeContext } from "../context.ts";
import { storeImpact } from "../decisions/impact.ts";
import { judgedAnew } from "../decisions/judge-risk.ts";
import { riskAround } from "../surroundings.ts";

export const impactAssessed = subscription({
  id: "impact-assessed",
  summary: "Keeps on a change what depends on the CIs that it names; its risk is worked out with it.",
  event: ImpactAssessed,
  where: { subject: { kind: ["change"] } },
  handle: async ({ data: { subject, ...summary } }, context: ChangeContext) => {
    if (subject.kind !== "change") return;
    const { changes } = context;
    const before = await changes.get(subject.id);
    // Looked at only where a risk was worked out before: it takes reading what else is planned.
    const risk = before.risk === undefined ? undefined : await riskAround(before, context);
    await changes.update(subject.id, undefined, (change) =>
      storeImpact(change, subject.sequence, summary, (latest) => judgedAnew(latest, { risk })),
    );
  },
});
