import * as z from "zod";
import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { LongText } from "../../../shared/domain/texts.ts";
import { KnownErrorChanged, KnownErrorDrafted, KnownErrorPublished, KnownErrorWithdrawn } from "../events.ts";
import { Audience, type KnownError, KnownErrorFields } from "../known-error.ts";
import type { Problem } from "../problem.ts";
import { command, happened } from "./command.ts";

const draftOf = ({ knownError }: Problem): KnownError => {
  if (knownError === undefined) throw new Refusal("illegal_transition", "Its known error is not written yet");
  return knownError;
};

/** Writes the known error; what is published stays as it is until it is published anew. */
export const draftKnownError = command({
  body: KnownErrorFields,
  decide: (problem, draft) => {
    const knownError = { editions: 0, ...problem.knownError, draft };
    const changes = changedFields(problem, { knownError });
    return Object.keys(changes).length === 0 ? [] : [happened(KnownErrorDrafted, problem, changes, {})];
  },
});

/** From now on its audience reads the draft as it is. */
export const publish = command({
  body: z.strictObject({ audience: Audience }),
  decide: (problem, { audience }, { now }) => {
    const { draft, published: before, editions } = draftOf(problem);
    const { serviceId, category } = problem;
    const said = { ...draft, problemId: problem.id, audience, serviceId, category };
    const published = { ...said, edition: editions + 1, publishedAt: now };
    const knownError = { draft, published, editions: editions + 1 };
    const event = before ? KnownErrorChanged : KnownErrorPublished;
    return [happened(event, problem, { knownError }, { knownError: published })];
  },
});

/** Nobody outside reads it any more. */
export const withdraw = command({
  body: z.strictObject({ reason: LongText }),
  decide: (problem, { reason }) => {
    const { draft, published, editions } = draftOf(problem);
    if (published === undefined) throw new Refusal("illegal_transition", "It is not published");
    const changes = { knownError: { draft, editions } };
    return [
      happened(KnownErrorWithdrawn, problem, changes, { edition: published.edition }, { text: reason }),
    ];
  },
});
