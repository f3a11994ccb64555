import { useState } from "react";
import { checkAnswers } from "../../../../../shared/forms/check-answers.ts";
import type { FormDefinition } from "../../../../../shared/forms/form.ts";
import { type KnownPerson, withDefaults } from "../../../../../shared/forms/with-defaults.ts";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import type { ChosenFile } from "../../parts/files/file-words.ts";
import { beginUploads } from "../../parts/files/uploads.ts";
import { faultsByField } from "../../parts/form/faults-by-field.ts";
import { useNames } from "../../parts/names/names.ts";
import { useDraft } from "../../parts/use-draft.ts";
import { useSettled } from "../../parts/use-settled.ts";
import { useMe } from "../../session/me.ts";
import { goTo } from "../../shell/follow.ts";
import { fieldsOf, type Order, orderOf } from "./order-draft.ts";
import { withoutPrefill } from "./prefill.ts";
import { catalogTexts as texts } from "./texts.ts";
import { useSavedDraft } from "./use-saved-draft.ts";

type Ordered = {
  readonly id: string;
  readonly form?: FormDefinition | undefined;
  /** A line of a draft in the cart, where that is what is edited. */
  readonly of?: { readonly draftId: string; readonly at: number } | undefined;
};

const noForm: FormDefinition = { sections: [] };

/** Fills in and places an order: checked here as one types, and by the API with what it would cost and who has to agree. */
export const useOrder = ({ id: catalogItemId, form = noForm, of }: Ordered) => {
  const me = useMe();
  const begin: Order = { answers: {}, quantity: "1", requestedFor: "", note: "" };
  const name = of === undefined ? catalogItemId : `${of.draftId}.${of.at}`;
  const draft = useDraft<Order>(`order.${name}`, begin);
  const nameOf = useNames();
  const personOf = (id: string): KnownPerson => {
    if (id === "" || id === me.id) return me;
    const name = nameOf("person", id);
    return name === id ? { id } : { id, name };
  };
  const person = personOf(draft.value.requestedFor.trim());
  const order = { ...draft.value, answers: withDefaults(form, draft.value.answers, person) };
  // What the form began with of one person is not an answer about another one.
  const change = (next: Order): void => {
    const isOther = next.requestedFor.trim() !== order.requestedFor.trim();
    draft.set(isOther ? { ...next, answers: withoutPrefill(form, next.answers, person) } : next);
  };
  const [isTried, setTried] = useState(false);
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const local = checkAnswers(form, order.answers);
  const requestedFor = order.requestedFor.trim() === "" ? {} : { requestedFor: order.requestedFor.trim() };
  const line = { quantity: Math.max(1, Number(order.quantity) || 1), answers: local.answers };
  const asked = useSettled(JSON.stringify({ ...line, ...requestedFor }), 400);
  const checked = useRead(
    "POST /catalog-items/{catalogItemId}/check",
    { params: { catalogItemId }, body: JSON.parse(asked) },
    { everyMs: 0 },
  );
  const saved = useSavedDraft({
    catalogItemId,
    of,
    order: { ...order, answers: local.answers },
    isBegun: draft.isKept,
    entered: JSON.stringify(draft.value),
    onOver: draft.clear,
    onFound: (found) => draft.set(orderOf(found, of?.at)),
  });
  const place = useCommand("POST /requests", { done: ({ id }) => texts.placed(id) });
  const placeDraft = useCommand("POST /request-drafts/{requestDraftId}/order", {
    done: ({ id }) => texts.placed(id),
  });
  const placed = async () => {
    const kept = draft.isKept ? await saved.save() : undefined;
    if (kept === undefined)
      return place.run({ body: fieldsOf(catalogItemId, { ...order, answers: local.answers }) });
    return placeDraft.run({ params: { requestDraftId: kept.id }, body: {}, version: kept.version });
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (local.faults.length > 0) return;
    const made = await placed();
    if (made === undefined) return;
    draft.clear();
    saved.forget();
    beginUploads({ path: "/requests/{requestId}", id: made.id }, files);
    goTo(`/requests/${made.id}`);
  };
  const toCart = async (): Promise<void> => {
    if ((await saved.save()) !== undefined) goTo("/my/cart");
  };
  const startOver = (): void => {
    draft.clear();
    void saved.discard();
  };
  return {
    form,
    order,
    change,
    files,
    setFiles,
    startOver,
    toCart,
    saved,
    isKept: draft.isKept,
    faults: isTried ? faultsByField(local.faults) : {},
    checked: checked.value,
    problem: placeDraft.problem ?? place.problem,
    isRunning: placeDraft.isRunning || place.isRunning,
    submit,
  };
};
