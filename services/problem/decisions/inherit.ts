import type { Decision } from "../../../shared/dynamo/record.ts";
import {
  KnownErrorDrafted,
  KnownErrorPublished,
  KnownErrorWithdrawn,
  ProblemWorkaroundChanged,
} from "../events.ts";
import type { PublishedKnownError } from "../known-error.ts";
import { isTiedChange, type Problem } from "../problem.ts";
import { after, type Circumstances, happened } from "./command.ts";
import { followChange } from "./follow-change.ts";

type Inherit = (heir: Problem, from: Problem, on: Circumstances) => Decision<Problem>;

/** Decisions one after the other, each about the problem as those before leave it. */
const inTurn = (
  heir: Problem,
  steps: readonly ((heir: Problem) => Decision<Problem>)[],
): Decision<Problem> => {
  const decided: Decision<Problem>[number][] = [];
  for (const step of steps) decided.push(...step(after(heir, decided)));
  return decided;
};

/** Changes that were to fix the duplicate are to fix the problem that stays, and move it as its own do. */
const changes: Inherit = (heir, from, on) => {
  const tied = from.changes.filter(isTiedChange);
  return inTurn(
    heir,
    tied.map((change) => (one) => followChange(one, change, on)),
  );
};

/** How to live with it, where nobody has written that yet. */
const workaround: Inherit = (heir, { workaround: text }) =>
  text === undefined || heir.workaround !== undefined
    ? []
    : [happened(ProblemWorkaroundChanged, heir, { workaround: text }, {})];

/** What was published stays published, under the number of the problem that stays, unless that has its own. */
const knownError: Inherit = (heir, { knownError: theirs }, { now }) => {
  const own = heir.knownError;
  if (theirs === undefined || own?.published !== undefined) return [];
  const { draft } = own ?? theirs;
  if (theirs.published === undefined)
    return own ? [] : [happened(KnownErrorDrafted, heir, { knownError: { draft, editions: 0 } }, {})];
  const edition = (own?.editions ?? 0) + 1;
  const published: PublishedKnownError = {
    ...theirs.published,
    problemId: heir.id,
    edition,
    publishedAt: now,
  };
  const kept = { draft, published, editions: edition };
  return [happened(KnownErrorPublished, heir, { knownError: kept }, { knownError: published })];
};

/** What the problem that stays takes over of its duplicate, besides the incidents. */
export const inherit: Inherit = (heir, from, on) =>
  inTurn(
    heir,
    [changes, workaround, knownError].map((each) => (one) => each(one, from, on)),
  );

/** What the duplicate gives away: two numbers would publish the same, and two problems follow one change. */
export const giveUp = (duplicate: Problem, heirId: string): Decision<Problem> => {
  const { knownError: own } = duplicate;
  if (own?.published === undefined) return [];
  const { draft, editions, published } = own;
  const told = { edition: published.edition };
  const kept = { knownError: { draft, editions } };
  return [happened(KnownErrorWithdrawn, duplicate, kept, told, { text: `It is ${heirId}` })];
};
