import { valuesIn } from "../../parts/form/list-text.ts";
import type { Action } from "../../parts/record/action.ts";
import type { Problem } from "./problem-actions.ts";
import { problemTexts as texts } from "./texts.ts";

/** Tying incidents to a problem by their numbers. */
export const incidentLinkActions: readonly Action<Problem>[] = [
  {
    action: "link",
    text: texts.linkIncidents,
    lead: texts.linkLead,
    route: "POST /problems/{problemId}/incidents/link",
    isPrimary: true,
    fields: [{ name: "incidentIds", label: texts.incidentIds, kind: "paragraph", isRequired: true }],
    body: ({ incidentIds = "" }) => ({ incidentIds: valuesIn(String(incidentIds).toUpperCase(), "ids") }),
  },
];

/** Who has the incidents of a duplicate is the other problem. */
export const withLinking = (problem: Problem, isWorker: boolean): Problem => ({
  ...problem,
  actions: isWorker && problem.duplicateOf === undefined ? ["link"] : [],
});
