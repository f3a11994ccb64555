import { useState } from "react";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import type { Route } from "../../api/request.ts";
import { notify } from "../../shell/notices.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { useDraft } from "../use-draft.ts";
import { parameterOf } from "./action.ts";
import { type Conflict, changesOf, conflictsOf, merged } from "./merge.ts";

type Fields = Readonly<Record<string, unknown>>;
type Edited = { readonly base: Fields; readonly version: number; readonly yours: Fields };

type Options<T> = {
  readonly record: T & { readonly id: string; readonly version: number };
  /** The fields that the form has, as the record has them now. */
  readonly fields: Fields;
  /** Such as `PATCH /incidents/{incidentId}`. */
  readonly save: Route;
  /** Reads the record as it is now: `GET /incidents/{incidentId}`. */
  readonly read: Route;
  readonly fieldsOf: (record: T) => Fields;
  /** The changed fields as the API takes them, where the form has them otherwise. */
  readonly bodyOf?: (changes: Fields) => Fields;
  readonly onDone: (record: T) => void;
};

type AnyCall = (route: Route, asked: object) => Promise<unknown>;

/**
 * Editing a record that others edit at the same time: only changed fields are sent, for the version that the form was
 * opened with. When somebody else was faster, fields that only one of both touched are merged without a question; for the others
 * `conflicts` asks. The form is kept as a draft until it is saved or given up.
 */
export const useEditing = <T>(options: Options<T>) => {
  const { record, fields, save, read, fieldsOf, bodyOf = (changes) => changes, onDone } = options;
  const draft = useDraft<Edited>(`${record.id}.edit`, {
    base: fields,
    version: record.version,
    yours: fields,
  });
  const [isOpen, setOpen] = useState(draft.isKept);
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [conflicts, setConflicts] = useState<readonly Conflict[]>();
  const [theirs, setTheirs] = useState<T & { readonly version: number }>();
  const params = { [parameterOf(save)]: record.id };

  const finish = (next: T): void => {
    draft.clear();
    setOpen(false);
    setConflicts(undefined);
    notify("success", texts.done);
    onDone(next);
  };
  const meet = async (): Promise<void> => {
    const now = (await (call as AnyCall)(read, { params })) as T & { readonly version: number };
    setTheirs(now);
    const found = conflictsOf(draft.value.base, draft.value.yours, fieldsOf(now));
    setConflicts(found);
    // Nothing to decide: theirs and yours go together.
    if (found.length === 0) await send(changesOf(draft.value.base, draft.value.yours), now.version);
  };
  const send = async (changes: Fields, version: number): Promise<void> => {
    if (Object.keys(changes).length === 0) return finish(theirs ?? record);
    setRunning(true);
    setProblem(undefined);
    try {
      finish((await (call as AnyCall)(save, { params, body: bodyOf(changes), version })) as T);
    } catch (error) {
      const refusal = asProblem(error);
      if (refusal.status === 412) await meet();
      else setProblem(refusal);
    } finally {
      setRunning(false);
    }
  };
  return {
    isOpen,
    yours: draft.value.yours,
    isRunning,
    problem,
    conflicts: conflicts?.length ? conflicts : undefined,
    open: () => setOpen(true),
    close: () => {
      draft.clear();
      setConflicts(undefined);
      setOpen(false);
    },
    change: (yours: Fields) => draft.set({ ...draft.value, yours }),
    submit: () => send(changesOf(draft.value.base, draft.value.yours), draft.value.version),
    merge: (keepTheirs: readonly string[]) =>
      send(merged(draft.value.base, draft.value.yours, keepTheirs), theirs?.version ?? record.version),
    giveUpMerge: () => setConflicts(undefined),
  };
};
