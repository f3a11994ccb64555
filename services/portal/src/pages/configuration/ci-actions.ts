import type { Action } from "../../parts/record/action.ts";
import { configurationTexts as texts } from "./texts.ts";

/** Steps in the life of a configuration item; the record says which are possible now. */
export const ciActions: readonly Action<unknown>[] = [
  { action: "deploy", text: texts.actions.deploy, route: "POST /cis/{ciId}/deploy", isPrimary: true },
  { action: "maintain", text: texts.actions.maintain, route: "POST /cis/{ciId}/maintain" },
  { action: "retire", text: texts.actions.retire, route: "POST /cis/{ciId}/retire" },
  {
    action: "reinstate",
    text: texts.actions.reinstate,
    route: "POST /cis/{ciId}/reinstate",
    isPrimary: true,
  },
];
