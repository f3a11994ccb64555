import type { Decision } from "../../../shared/dynamo/record.ts";
import type { ImpactSummary } from "../../configuration/events-impact.ts";
import type { Change } from "../change.ts";
import { ChangeUpdated } from "../events.ts";
import { happened } from "./command.ts";
import { printOf } from "./known-impact.ts";

/** As many services as are told of: freezes look at each. Their number is that of all. */
const mostServices = 50;

/**
 * What depends on a change's CIs, by the newest version of it that was looked at, and what follows for the rest of
 * the change.
 */
export const storeImpact = (
  change: Change,
  sequence: number,
  summary: ImpactSummary,
  followsFrom: (latest: Change) => Partial<Change> = () => ({}),
): Decision<Change> => {
  const { criticality, impactedCount, serviceCount, services, assessedAt, truncated } = summary;
  const { impacted } = change;
  if (impacted && (impacted.sequence > sequence || impacted.assessedAt >= assessedAt)) return [];
  const kept = {
    sequence,
    ofCis: printOf(summary.ciIds),
    unknownCis: summary.unknownCiIds?.length ?? 0,
    criticality,
    impactedCount,
    serviceCount,
    services: services
      .slice(0, mostServices)
      .map(({ id, name, criticality: of }) => ({ id, name, criticality: of })),
    assessedAt,
    isComplete: truncated === undefined,
  };
  const more = followsFrom({ ...change, impacted: kept });
  return [happened(ChangeUpdated, change, { ...more, impacted: kept }, {})];
};
