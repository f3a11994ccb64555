import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { FieldSpec } from "../../parts/form/field-spec.ts";
import type { Action } from "../../parts/record/action.ts";
import { hasRole, type Me } from "../../session/me.ts";
import { actionTexts as texts } from "./action-texts.ts";
import { personField } from "./fields.ts";

export type Stock = Schemas["Stock"];

const names = texts.actions;
const note: FieldSpec = { name: "note", label: texts.note, kind: "text" };
const quantity: FieldSpec = { name: "quantity", label: texts.quantity, kind: "number", isRequired: true };

const initial = (value: number | undefined) => (value === undefined ? {} : { initial: String(value) });

/** What is done with a stock: consumables by number, and the low mark. */
export const stockActions: readonly Action<Stock>[] = [
  {
    action: "issue",
    text: names.issue,
    route: "POST /stock/{stockId}/issue",
    fields: [{ ...quantity, initial: "1" }, personField("personId", false), note],
  },
  {
    action: "receiveStock",
    text: names.receiveStock,
    route: "POST /stock/{stockId}/receive",
    fields: [quantity, note],
  },
  {
    action: "count",
    text: names.count,
    route: "POST /stock/{stockId}/count",
    fields: ({ onHand }) => [
      { name: "counted", label: texts.counted, kind: "number", isRequired: true, ...initial(onHand) },
      note,
    ],
  },
  {
    action: "rule",
    text: names.rule,
    route: "PUT /stock/{stockId}",
    fields: ({ minimum, reorderQuantity }) => [
      { name: "minimum", label: texts.minimum, kind: "number", ...initial(minimum) },
      { name: "reorderQuantity", label: texts.reorder, kind: "number", ...initial(reorderQuantity) },
    ],
  },
];

/** Stock has no life of its own: what may be done with it goes by its model and the person's roles. */
export const allowedOnStock = (me: Me, kind: string | undefined): readonly string[] => [
  ...(kind === "consumable" && hasRole(me, "agent", "asset-manager")
    ? ["issue", "receiveStock", "count"]
    : []),
  ...(hasRole(me, "asset-manager", "admin") ? ["rule"] : []),
];
