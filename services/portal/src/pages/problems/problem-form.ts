import type { BodyOf } from "../../api/request.ts";
import { withoutEmpty } from "../../parts/form/bound.ts";
import type { Problem } from "./problem-actions.ts";

export type OpenBody = BodyOf<"POST /problems">;
type Fields = Readonly<Record<string, unknown>>;

/** What is typed as the API takes it. */
export const openBodyOf = (typed: OpenBody): OpenBody => withoutEmpty(typed);

/** What the address that led here says of it: the incidents behind it, and what they are about. */
export const typedFrom = (search: string): OpenBody => {
  const query = new URLSearchParams(search);
  return withoutEmpty({
    title: query.get("title") ?? "",
    impact: 3 as const,
    urgency: 3 as const,
    category: query.get("category") ?? "",
    serviceId: query.get("service") ?? "",
    ciIds: query.getAll("ci"),
    incidentIds: query.getAll("incident"),
  });
};

/** The fields that the form edits, as the API takes them: what is empty is taken away with `null`. */
export const editedProblem = (problem: Problem): Fields => ({
  title: problem.title,
  description: problem.description ?? null,
  category: problem.category ?? null,
  subcategory: problem.subcategory ?? null,
  impact: problem.impact,
  urgency: problem.urgency,
  serviceId: problem.serviceId ?? null,
  ciIds: problem.ciIds,
});

/** What was typed, with `null` for what is empty, so that it is taken away and not left as it was. */
export const typedEdit = (before: Fields, typed: OpenBody): Fields =>
  Object.fromEntries(Object.keys(before).map((field) => [field, typed[field as keyof OpenBody] ?? null]));

/** The same as the form shows it. */
export const shownEdit = (yours: Fields): OpenBody =>
  Object.fromEntries(Object.entries(yours).filter(([, value]) => value !== null)) as OpenBody;
