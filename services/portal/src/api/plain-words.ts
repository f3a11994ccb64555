import { problemTexts } from "../texts/problems.ts";
import type { ApiProblem } from "./problem.ts";

/** `body.requesterId` as people read it: Requester id. */
export const fieldName = (path: string): string => {
  const words = path
    .replace(/^(body|query|params)\.?/, "")
    .replaceAll(/[._]/g, " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A refusal in plain words: what is wrong, and the way out. The API's own detail says more where it has one. */
export const plainWords = ({ problem }: ApiProblem): string => {
  if (problem.status === 0) return problemTexts.unreachable;
  const meant = problemTexts.codes[problem.code] ?? problem.title;
  return problem.detail === undefined || problem.code === "internal_error"
    ? meant
    : `${problem.detail}. ${meant}`;
};

/** What is wrong with a field of the form, by its path in the body (`title`, `also.impact`). */
export const violationOf = (problem: ApiProblem | undefined, path: string): string | undefined =>
  problem?.problem.violations?.find((each) => each.path === `body.${path}` || each.path === path)?.message;
