import { changedFields } from "../../../shared/domain/changed-fields.ts";
import { Refusal } from "../../../shared/domain/refusal.ts";
import { type Decision, occurred } from "../../../shared/dynamo/record.ts";
import { type Draft, type DraftFields, draftLifecycle } from "../draft.ts";
import { RequestDraftDiscarded, RequestDraftOrdered, RequestDraftSaved } from "../events-kept.ts";

const happened = (
  event: typeof RequestDraftSaved,
  draft: Draft,
  changes: Partial<Draft>,
): Decision<Draft> => {
  const { id, state, ownerId, requestId } = { ...draft, ...changes };
  return [occurred(event, { draft: { id, state, ownerId, requestId } }, changes)];
};

export const beginDraft = (id: string, fields: DraftFields, ownerId: string): Decision<Draft> =>
  happened(RequestDraftSaved, { id } as Draft, { ...fields, state: "open", ownerId });

/** Keeps it as it is now; what it said before is in its history. */
export const saveDraft = (draft: Draft, fields: DraftFields): Decision<Draft> => {
  if (draft.state !== "open") throw new Refusal("illegal_transition", `It is ${draft.state}`);
  const changes = changedFields<Draft>(draft, { note: undefined, requestedFor: undefined, ...fields });
  return Object.keys(changes).length === 0 ? [] : happened(RequestDraftSaved, draft, changes);
};

export const orderDraft = (draft: Draft, requestId: string): Decision<Draft> =>
  happened(RequestDraftOrdered, draft, { state: draftLifecycle.next(draft.state, "order"), requestId });

export const discardDraft = (draft: Draft): Decision<Draft> =>
  happened(RequestDraftDiscarded, draft, { state: draftLifecycle.next(draft.state, "discard") });
