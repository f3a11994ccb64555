import * as z from "zod";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { endpoint } from "../../../shared/http/endpoint.ts";
import { summarize } from "../assess.ts";
import { Assessment, assessmentId } from "../assessment.ts";
import { CiId } from "../ci.ts";
import { assess, withMark } from "../decisions/assessment.ts";
import type { ConfigurationContext } from "../table.ts";
import { assessmentParams } from "./get-impact-assessment.ts";

export const markImpact = endpoint({
  id: "markImpact",
  summary: "Say that a CI is not impacted after all (or is), and work out anew what is",
  route: "POST /impact-assessments/{subjectId}/mark",
  permission: "configuration:assess",
  params: assessmentParams,
  body: z.strictObject({
    ciId: CiId,
    isImpacted: z.boolean(),
    reason: z.string().trim().min(1).max(500).optional(),
  }),
  reply: Assessment,
  refusals: ["not_found", "version_conflict"],
  handle: async ({ params, body, actor, ifMatch }, context: ConfigurationContext) => {
    const { assessments, now } = context;
    const current = await assessments.get(assessmentId(params.subjectId));
    const marks = withMark(current, { ...body, by: actor.id, at: now() });
    const result = await summarize(current.result.ciIds, marks, context);
    // Worked out with the marks of this very version.
    return assessments.update(assessmentId(params.subjectId), ifMatch, (before) => {
      if (before.version !== current.version) throw new Refusal("write_conflict");
      const { subject, restricted, teamId } = before;
      return assess(before, { ...subject, restricted, teamId }, result, marks);
    });
  },
});
