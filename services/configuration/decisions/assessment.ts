import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import type { Assessment } from "../assessment.ts";
import { ImpactAssessed, type ImpactSummary } from "../events-impact.ts";

/** Which record named CIs, at which of its versions, and who may know. */
export type Subject = Assessment["subject"] & Pick<Assessment, "restricted" | "teamId">;

/**
 * The impact as worked out for a version of the record; older than what is known already it is nothing. Nothing
 * either where no CI is named and none was.
 */
export const assess = (
  before: Assessment,
  { restricted, teamId, ...subject }: Subject,
  result: ImpactSummary,
  marks: Assessment["marks"] = before.marks,
): Decision<Assessment> => {
  if (subject.sequence < before.subject.sequence) return [];
  if (result.ciIds.length === 0 && before.result.ciIds.length === 0) return [];
  const changes = { subject, restricted, teamId, marks, result };
  return [occurred(ImpactAssessed, { subject, ...result }, changes)];
};

/** Who was marked before stays so with the first reason; taking a mark away leaves the others. */
export const withMark = (
  { marks }: Assessment,
  { isImpacted, ...mark }: Assessment["marks"][number] & { readonly isImpacted: boolean },
): Assessment["marks"] => {
  const others = marks.filter(({ ciId }) => ciId !== mark.ciId);
  if (isImpacted) return others;
  return others.length < marks.length ? marks : [...marks, mark];
};
