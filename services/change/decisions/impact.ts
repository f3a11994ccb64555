import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import type { ImpactSummary } from "../../configuration/events-impact.ts";
import { type Change, isOpen } from "../change.ts";
import { ChangeUpdated } from "../events.ts";
import { ChangeImpactRequested } from "../events-impact.ts";
import { command, happened } from "./command.ts";
import { printOf } from "./known-impact.ts";

/** As many services as are told of: freezes look at each. Their number is that of all. */
const mostServices = 50;
/** The longest names on the longest ways, before and after, fit an item of the history so often. */
const mostPaths = 5;

/** Configuration management is to look again, because what depends on what has changed. */
export const requestImpact = command({
  body: z.strictObject({}),
  decide: (change) => {
    if (!isOpen(change)) throw new Refusal("illegal_transition", "It is over");
    if (change.ciIds.length === 0 && change.serviceId === undefined)
      throw new Refusal("rule_violation", "It names no configuration item and no service");
    return [happened(ChangeImpactRequested, change, {}, {})];
  },
});

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
  const { criticality, impactedCount, serviceCount, services, countsByClass, paths, assessedAt, truncated } =
    summary;
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
      .map(({ id, name, criticality: of, ownerId }) => ({ id, name, criticality: of, ownerId })),
    countsByClass,
    paths: paths.slice(0, mostPaths),
    assessedAt,
    isComplete: truncated === undefined,
  };
  const more = followsFrom({ ...change, impacted: kept });
  return [happened(ChangeUpdated, change, { ...more, impacted: kept }, {})];
};
