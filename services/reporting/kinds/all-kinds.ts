import type { Fact, MeasuredKind } from "../../../shared/dynamo/measured.ts";
import { changeKind } from "./change.ts";
import { incidentKind } from "./incident.ts";
import { articleKind, ratingKind, reuseKind, suggestionKind } from "./knowledge.ts";
import { problemKind } from "./problem.ts";
import { requestKind } from "./request.ts";
import { surveyKind } from "./survey.ts";

/** Every kind of record that is counted, by its name. */
export const kinds = {
  incident: incidentKind,
  problem: problemKind,
  change: changeKind,
  request: requestKind,
  survey: surveyKind,
  article: articleKind,
  reuse: reuseKind,
  suggestion: suggestionKind,
  rating: ratingKind,
} as const;

export type KindName = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly KindName[];

/** What is known of a record of some kind. */
export type AnyFact = Fact<Readonly<Record<string, unknown>> & { readonly restricted?: boolean }>;
type Known<K> = K extends MeasuredKind<infer T> ? T : never;
export type KnownOf<N extends KindName> = Known<(typeof kinds)[N]>;
