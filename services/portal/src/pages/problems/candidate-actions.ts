import type { Action } from "../../parts/record/action.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { type Candidate, inCommon } from "./candidate.ts";
import { problemTexts as texts } from "./texts.ts";

const levels = choicesOf(texts.levels);

/** What is entered as text is a number to the API. */
const withLevels = ({ impact, urgency, ...rest }: Record<string, unknown>) => ({
  ...rest,
  ...(impact === undefined ? {} : { impact: Number(impact) }),
  ...(urgency === undefined ? {} : { urgency: Number(urgency) }),
});

type Decided = Pick<Candidate, "id" | "version" | "actions" | "likeness" | "problemId">;

/** What is decided about a candidate; `nameOf` says what its incidents have in common by name. */
export const candidateActions = (nameOf: (ciId: string) => string): readonly Action<Decided>[] => [
  {
    action: "accept",
    text: texts.accept,
    lead: texts.acceptLead,
    route: "POST /problem-candidates/{candidateId}/accept",
    isPrimary: true,
    fields: (candidate) => [
      // Not filled in: the API itself goes on with the problem it was given to while that is open.
      {
        name: "problemId",
        label: texts.existing,
        kind: "text",
        hint: texts.existingHint(candidate.problemId),
      },
      { name: "title", label: texts.newTitle, kind: "text", initial: inCommon(candidate, nameOf) },
      { name: "impact", label: texts.impact, kind: "choice", choices: levels, initial: "3" },
      { name: "urgency", label: texts.urgency, kind: "choice", choices: levels, initial: "3" },
      { name: "teamId", label: texts.team, kind: "team" },
    ],
    body: withLevels,
  },
  {
    action: "dismiss",
    text: texts.dismiss,
    lead: texts.dismissLead,
    route: "POST /problem-candidates/{candidateId}/dismiss",
    fields: [{ name: "reason", label: texts.reason, kind: "paragraph", isRequired: true }],
  },
];
