import type { Decision } from "../../../shared/dynamo/record.ts";
import type { ImpactSummary } from "../../configuration/events-impact.ts";
import type { Change } from "../change.ts";
import { ChangeUpdated } from "../events.ts";
import { happened } from "./command.ts";

/** As many services as are shown with a change; their number is that of all. */
const mostServices = 20;

/** What depends on a change's CIs, by the newest version of it that was looked at. */
export const storeImpact = (change: Change, sequence: number, summary: ImpactSummary): Decision<Change> => {
  const { criticality, impactedCount, serviceCount, services, assessedAt, truncated } = summary;
  const { impacted } = change;
  if (impacted && (impacted.sequence > sequence || impacted.assessedAt >= assessedAt)) return [];
  const kept = {
    sequence,
    criticality,
    impactedCount,
    serviceCount,
    services: services
      .slice(0, mostServices)
      .map(({ id, name, criticality: of }) => ({ id, name, criticality: of })),
    assessedAt,
    isComplete: truncated === undefined,
  };
  return [happened(ChangeUpdated, change, { impacted: kept }, {})];
};
