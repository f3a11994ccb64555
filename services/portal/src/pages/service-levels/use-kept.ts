import { useEffect } from "react";
import { useDraft } from "../../parts/use-draft.ts";
import { conflictsWith, draftOf, rebased } from "./kept-draft.ts";

type Options<Typed> = {
  readonly id: string;
  /** The record as it is now, as the form has it. */
  readonly typed: Typed;
  readonly version: number;
};

/**
 * Editing a kept record that others edit, too. When somebody else has saved meanwhile, what only one of both changed
 * goes together without a question; about the rest `conflicts` asks, and nothing that was typed is lost.
 */
export const useKept = <Typed extends object>({ id, typed, version }: Options<Typed>) => {
  const now = { typed, version };
  const draft = useDraft(`${id}.edit`, draftOf(now));
  const isBehind = draft.isKept && draft.value.version < version;
  const conflicts = isBehind ? conflictsWith(draft.value, now) : [];
  const goesTogether = isBehind && conflicts.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version that somebody else saved
  useEffect(() => {
    if (goesTogether) draft.set(rebased(draft.value, now, []));
  }, [goesTogether, version]);
  return {
    draft,
    typed: draft.value.typed,
    version: draft.value.version,
    change: (next: Typed) => draft.set({ ...draft.value, typed: next }),
    conflicts,
    merge: (keepTheirs: readonly string[]) => draft.set(rebased(draft.value, now, keepTheirs)),
  };
};
