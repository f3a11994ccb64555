import { askImpact } from "./endpoints/ask-impact.ts";
import { getImpactAssessment } from "./endpoints/get-impact-assessment.ts";
import { listImpactAssessmentHistory } from "./endpoints/list-impact-assessment-history.ts";
import { markImpact } from "./endpoints/mark-impact.ts";

/** What fails with what: asked at will, and worked out for incidents and changes. */
export const impactEndpoints = [askImpact, getImpactAssessment, listImpactAssessmentHistory, markImpact];
