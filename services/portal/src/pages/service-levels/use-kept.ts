import { useEffect } from "react";
import type { BodyOf, Route } from "../../api/request.ts";
import { useCommand } from "../../api/use-command.ts";
import type { Bound } from "../../parts/form/bound.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { conflictsWith, draftOf, rebased } from "./kept-draft.ts";
import { levelTexts as texts } from "./texts.ts";

type Options<R extends Route, Typed> = {
  readonly record: { readonly id: string; readonly version: number };
  /** The record as it is now, as the form has it. */
  readonly typed: Typed;
  /** Such as `PUT /agreements/{agreementId}`. */
  readonly save: R;
  readonly params?: Readonly<Record<string, string>>;
  /** Reads the record again. */
  readonly refresh: () => unknown;
};

/** What is typed, for the version that it was opened with, together with what somebody else saved meanwhile. */
const useRebasing = <Typed extends object>(
  id: string,
  now: { readonly typed: Typed; readonly version: number },
) => {
  const draft = useDraft(`${id}.edit`, draftOf(now));
  const isBehind = draft.isKept && draft.value.version < now.version;
  const conflicts = isBehind ? conflictsWith(draft.value, now) : [];
  const goesTogether = isBehind && conflicts.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version that somebody else saved
  useEffect(() => {
    if (goesTogether) draft.set(rebased(draft.value, now, []));
  }, [goesTogether, now.version]);
  const merge = (keepTheirs: readonly string[]): void => draft.set(rebased(draft.value, now, keepTheirs));
  return { draft, conflicts, merge };
};

/**
 * Editing a kept record that others edit, too. When somebody else has saved meanwhile, what only one of both changed
 * goes together without a question; about the rest `kept.conflicts` asks, and nothing that was typed is lost. `page` is
 * what its `KeptPage` needs, `form` what its fields are bound to.
 */
export const useKept = <R extends Route, Typed extends object>(options: Options<R, Typed>) => {
  const { record, typed, save, params, refresh } = options;
  const { draft, ...kept } = useRebasing(record.id, { typed, version: record.version });
  // The compiler would intersect all operations.
  const { run, isRunning, problem } = useCommand(save as "PUT /problem-settings", {
    done: texts.saved,
    onDone: () => {
      draft.clear();
      void refresh();
    },
    // Somebody else was faster: what they saved is read, and goes together with what is typed here.
    onRefused: ({ status }) => status === 412 && void refresh(),
  });
  const form: Bound<Typed> = {
    value: draft.value.typed,
    set: (next) => draft.set({ ...draft.value, typed: next }),
    problem,
  };
  const onSave = (body: BodyOf<R>): void =>
    void run({ ...(params === undefined ? {} : { params }), body, version: draft.value.version } as never);
  return { form, page: { onSave, draft, kept, isRunning, problem } };
};
