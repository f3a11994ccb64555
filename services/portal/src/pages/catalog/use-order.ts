import { useState } from "react";
import { checkAnswers } from "../../../../../shared/forms/check-answers.ts";
import type { Answers, FormDefinition } from "../../../../../shared/forms/form.ts";
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
import { withoutPrefill } from "./prefill.ts";
import { catalogTexts as texts } from "./texts.ts";

/** What is entered for one thing of the catalog. */
export type Order = {
  readonly answers: Answers;
  readonly quantity: string;
  readonly requestedFor: string;
  readonly note: string;
};

type Ordered = { readonly id: string; readonly form?: FormDefinition | undefined };

const noForm: FormDefinition = { sections: [] };

/** Fills in and places an order: checked here as one types, and by the API with what it would cost and who has to agree. */
export const useOrder = ({ id: catalogItemId, form = noForm }: Ordered) => {
  const me = useMe();
  const begin: Order = { answers: {}, quantity: "1", requestedFor: "", note: "" };
  const draft = useDraft<Order>(`order.${catalogItemId}`, begin);
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
  const place = useCommand("POST /requests", { done: ({ id }) => texts.placed(id) });
  const submit = async (): Promise<void> => {
    setTried(true);
    if (local.faults.length > 0) return;
    const note = order.note.trim() === "" ? {} : { note: order.note.trim() };
    const made = await place.run({ body: { ...requestedFor, ...note, lines: [{ catalogItemId, ...line }] } });
    if (made === undefined) return;
    draft.clear();
    beginUploads({ path: "/requests/{requestId}", id: made.id }, files);
    goTo(`/requests/${made.id}`);
  };
  return {
    form,
    order,
    change,
    files,
    setFiles,
    clear: draft.clear,
    isKept: draft.isKept,
    faults: isTried ? faultsByField(local.faults) : {},
    checked: checked.value,
    place,
    submit,
  };
};
