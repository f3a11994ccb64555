import * as z from "zod";
import { ImpactSummary } from "../configuration/events-impact.ts";

/**
 * What configuration management worked out for the CIs that an incident names. Who works on the incident sees
 * it; it is no field to edit, and the level of impact stays people's to say.
 */
export const ImpactAssessment = z.object({
  ...ImpactSummary.shape,
  revision: z.number().int().describe("Of the assessment: the highest is the newest"),
  ofVersion: z.number().int().describe("The incident's version that named the CIs"),
});
export type ImpactAssessment = z.infer<typeof ImpactAssessment>;

export const impactFields = {
  impactAssessment: ImpactAssessment.optional().describe("What depends on the CIs it names"),
};
