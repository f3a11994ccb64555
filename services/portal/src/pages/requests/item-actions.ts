import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { Action } from "../../parts/record/action.ts";
import { requestTexts as texts } from "./texts.ts";

type Item = Schemas["RequestItem"];

/** What can be done to one thing of an order besides its tasks; the thing says what of it now. */
export const itemActions: readonly Action<Item>[] = [
  {
    action: "approve",
    text: texts.approve,
    route: "POST /request-items/{requestItemId}/approve",
    fields: [{ name: "comment", label: texts.comment, kind: "paragraph" }],
    isPrimary: true,
  },
  {
    action: "reject",
    text: texts.reject,
    route: "POST /request-items/{requestItemId}/reject",
    fields: [{ name: "comment", label: texts.reason, kind: "paragraph", isRequired: true }],
  },
  {
    action: "cancel",
    text: texts.cancel,
    route: "POST /request-items/{requestItemId}/cancel",
    lead: texts.cancelItemLead,
    fields: [{ name: "reason", label: texts.reason, kind: "paragraph", isRequired: true }],
  },
];
