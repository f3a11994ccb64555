import type { Decision } from "../../../shared/dynamo/record.ts";
import { ProblemUpdated } from "../events.ts";
import type { KnownArticle, Problem } from "../problem.ts";
import { happened } from "./command.ts";

/** As many as a problem names; more say nothing more. */
const mostArticles = 50;

/** What somebody said of the tie before says more than that the article was found to be like it. */
const together = (before: KnownArticle | undefined, said: KnownArticle): KnownArticle | undefined => {
  if (before === undefined) return said;
  const { relation, sequence } = before;
  if (said.relation === "reused") return relation === "untied" ? { ...said, sequence } : undefined;
  if (sequence >= said.sequence)
    return said.relation === "made" && relation === "linked" ? { ...before, relation: "made" } : undefined;
  return said.relation === "linked" && relation === "made" ? { ...said, relation } : said;
};

/** An article was made of the problem, tied to it or untied, in whatever order that is heard of. */
export const followArticle = (problem: Problem, said: KnownArticle): Decision<Problem> => {
  const { articles = [] } = problem;
  const before = articles.find(({ id }) => id === said.id);
  const others = articles.filter(({ id }) => id !== said.id);
  const known = together(before, said);
  if (known === undefined || others.length >= mostArticles) return [];
  return [happened(ProblemUpdated, problem, { articles: [...others, known] }, {})];
};
