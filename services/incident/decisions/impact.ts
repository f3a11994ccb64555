import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import type { Decision } from "../../../shared/dynamo/record.ts";
import { IncidentImpactAssessed, IncidentImpactRequested } from "../events-impact.ts";
import type { ImpactAssessment } from "../impact-assessment.ts";
import type { Incident } from "../incident.ts";
import { command, happened } from "./command.ts";

/** Configuration management is to look again, because what depends on what has changed. */
export const requestImpact = command({
  body: z.strictObject({}),
  decide: (incident) => {
    if (incident.ciIds.length === 0 && incident.serviceId === undefined)
      throw new Refusal("rule_violation", "It names no configuration item and no service");
    return [happened(IncidentImpactRequested, incident, {}, {})];
  },
});

/** The newest assessment stays, in whatever order they come. */
export const storeImpact = (incident: Incident, impactAssessment: ImpactAssessment): Decision<Incident> => {
  if ((incident.impactAssessment?.revision ?? 0) >= impactAssessment.revision) return [];
  const { impactedCount, serviceCount, criticality } = impactAssessment;
  const told = { impactedCount, serviceCount, criticality };
  return [happened(IncidentImpactAssessed, incident, { impactAssessment }, told)];
};
