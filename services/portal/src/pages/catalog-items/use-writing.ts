import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { call } from "../../api/call.ts";
import { type ApiProblem, asProblem } from "../../api/problem.ts";
import type { Conflict } from "../../parts/record/merge.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { goTo } from "../../shell/follow.ts";
import { notify } from "../../shell/notices.ts";
import { itemBody } from "./item-body.ts";
import { lacking } from "./lacking.ts";
import { asSent, conflictsIn, mergedItem } from "./merge-items.ts";
import { emptyItem } from "./new-rows.ts";
import { type Fault, placed } from "./places.ts";
import { typedItem } from "./read-item.ts";
import { senseless } from "./senseless.ts";
import { catalogItemTexts as texts } from "./texts.ts";
import type { ItemBody, TypedItem } from "./typed-item.ts";
import { useUndo } from "./use-undo.ts";

type Item = Schemas["CatalogItem"];

/** What is written, and the version that it was begun from, so that another's changes are seen. */
type Written = { readonly typed: TypedItem; readonly version: number; readonly base?: ItemBody };
type Theirs = { readonly body: ItemBody; readonly version: number };

const save = (item: Item | undefined, body: ItemBody, version: number): Promise<Item> =>
  item === undefined
    ? call("POST /catalog-items", { body })
    : call("PUT /catalog-items/{catalogItemId}", { params: { catalogItemId: item.id }, body, version });

/**
 * Writes a catalog item: every change is kept on this device until it is saved or given up. What two people wrote at
 * different places goes together without a question; about the same place the later one decides.
 */
export const useWriting = (item: Item | undefined) => {
  const draft = useDraft<Written>(item === undefined ? "catalog-item.new" : `${item.id}.edit`, {
    typed: item === undefined ? emptyItem : typedItem(item),
    version: item?.version ?? 0,
    ...(item === undefined ? {} : { base: asSent(item) }),
  });
  const { typed, base } = draft.value;
  const undo = useUndo(typed, (before) => draft.set({ ...draft.value, typed: before }));
  const [isRunning, setRunning] = useState(false);
  const [isTried, setTried] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const [refused, setRefused] = useState<readonly Fault[]>([]);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>();
  const [theirs, setTheirs] = useState<Theirs>();
  const wrong = senseless(typed);
  const open = lacking(typed);

  const refuse = (error: unknown): void => {
    const refusal = asProblem(error);
    setProblem(refusal);
    setRefused(placed(typed, refusal.problem.violations));
  };
  const meet = async (): Promise<void> => {
    if (item === undefined || base === undefined) return;
    const now = await call("GET /catalog-items/{catalogItemId}", { params: { catalogItemId: item.id } });
    const found = { body: asSent(now), version: now.version };
    setTheirs(found);
    const both = conflictsIn(base, itemBody(typed), found.body);
    setConflicts(both);
    if (both.length === 0) await send(mergedItem(base, itemBody(typed), found.body, []), found.version);
  };
  const send = async (body: ItemBody, version: number): Promise<void> => {
    setRunning(true);
    setProblem(undefined);
    setRefused([]);
    try {
      const saved = await save(item, body, version);
      draft.clear();
      notify("success", texts.saved);
      goTo(`/catalog-items/${saved.id}`);
    } catch (error) {
      const refusal = asProblem(error);
      if (refusal.status === 412) return await meet().catch(refuse);
      refuse(refusal);
    } finally {
      setRunning(false);
    }
  };
  return {
    typed,
    isKept: draft.isKept,
    change: (next: TypedItem) => {
      undo.remember();
      draft.set({ ...draft.value, typed: next });
    },
    undo: undo.back,
    /** What is wrong, at its place; what is only not filled in yet is said once somebody wants to save. */
    faults: [...refused, ...wrong, ...(isTried ? open : [])],
    isWhole: wrong.length === 0 && open.every(({ name, uid }) => uid === "" && name !== "currency"),
    isRunning,
    problem,
    conflicts: conflicts?.length ? conflicts : undefined,
    /** Answers whether it could be sent. */
    save: (): boolean => {
      setTried(true);
      if (wrong.length + open.length > 0) return false;
      void send(itemBody(typed), draft.value.version);
      return true;
    },
    merge: (keepTheirs: readonly string[]) => {
      if (base === undefined || theirs === undefined) return;
      setConflicts(undefined);
      void send(mergedItem(base, itemBody(typed), theirs.body, keepTheirs), theirs.version);
    },
    giveUpMerge: () => setConflicts(undefined),
    giveUp: () => {
      draft.clear();
      goTo(item === undefined ? "/catalog-items" : `/catalog-items/${item.id}`);
    },
  };
};
