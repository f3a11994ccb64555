import { changesOf, conflictsOf } from "../../parts/record/merge.ts";

/** A form of a kept record as it is typed, for the version it was opened with. */
export type KeptDraft<Typed> = {
  readonly typed: Typed;
  /** The record's fields as they were then. */
  readonly base: Typed;
  readonly version: number;
};

type Fields = Readonly<Record<string, unknown>>;
type Kept<Typed> = { readonly typed: Typed; readonly version: number };

export const draftOf = <Typed>({ typed, version }: Kept<Typed>): KeptDraft<Typed> => ({
  typed,
  base: typed,
  version,
});

/** Fields that both changed to something else, when somebody else has saved since the form was opened. */
export const conflictsWith = <Typed extends object>(draft: KeptDraft<Typed>, now: Kept<Typed>) =>
  conflictsOf(draft.base as Fields, draft.typed as Fields, now.typed as Fields);

/** What was typed on top of how the record is now; the other person's fields stay where `keepTheirs` names them. */
export const rebased = <Typed extends object>(
  draft: KeptDraft<Typed>,
  now: Kept<Typed>,
  keepTheirs: readonly string[],
): KeptDraft<Typed> => {
  const yours = Object.entries(changesOf(draft.base as Fields, draft.typed as Fields));
  const kept = Object.fromEntries(yours.filter(([field]) => !keepTheirs.includes(field)));
  return { typed: { ...now.typed, ...kept }, base: now.typed, version: now.version };
};
