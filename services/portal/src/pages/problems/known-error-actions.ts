import { enteredOf, type FieldSpec } from "../../parts/form/field-spec.ts";
import type { Choice } from "../../parts/form/form-fields.tsx";
import type { Action } from "../../parts/record/action.ts";
import { hasRole, type Me } from "../../session/me.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { audienceOf, draftOf, firstDraft, saidFields, saidText } from "./known-error.ts";
import { knownErrorTexts as texts } from "./known-error-texts.ts";
import type { Problem } from "./problem-actions.ts";

const long: readonly string[] = ["symptom", "cause", "workaround"];
const needed: readonly string[] = ["title", "symptom"];

const draftFields = (problem: Problem): readonly FieldSpec[] => {
  const draft = problem.knownError?.draft ?? firstDraft(problem);
  return saidFields.map((name) => ({
    name,
    label: texts.fields[name] ?? name,
    kind: long.includes(name) ? "paragraph" : "text",
    isRequired: needed.includes(name),
    initial: saidText(draft, name) ?? "",
    ...(name === "ciIds" ? { hint: texts.ciHint } : {}),
  }));
};

const audienceFields = ({ knownError }: Problem, teams: readonly Choice[]): readonly FieldSpec[] => {
  const audience = knownError?.published?.audience;
  return [
    {
      name: "kind",
      label: texts.audience,
      kind: "choice",
      isRequired: true,
      choices: choicesOf(texts.audiences),
      initial: audience?.kind ?? "agents",
    },
    {
      name: "teamIds",
      label: texts.teams,
      hint: texts.teamsHint,
      kind: "choices",
      choices: teams,
      initial: audience?.kind === "teams" ? enteredOf(audience.teamIds) : "",
    },
  ];
};

/** What can be done to a problem's known error. */
export const knownErrorActions = (
  { knownError }: Problem,
  teams: readonly Choice[],
): readonly Action<Problem>[] => [
  {
    action: "write_known_error",
    text: knownError === undefined ? texts.write : texts.rewrite,
    route: "POST /problems/{problemId}/known-error",
    fields: draftFields,
    body: draftOf,
    isPrimary: knownError === undefined,
  },
  {
    action: "withdraw_known_error",
    text: texts.withdraw,
    lead: texts.withdrawLead,
    route: "POST /problems/{problemId}/known-error/withdraw",
    fields: [{ name: "reason", label: texts.reason, kind: "paragraph", isRequired: true }],
  },
  {
    action: "publish_known_error",
    text: knownError?.published === undefined ? texts.publish : texts.republish,
    lead: texts.publishLead,
    route: "POST /problems/{problemId}/known-error/publish",
    fields: (problem) => audienceFields(problem, teams),
    body: (entered) => ({ audience: audienceOf(entered) }),
    isPrimary: true,
  },
];

/** A problem with what the person may do to its known error: agents write, problem managers speak to people outside. */
export const withKnownErrorWork = (problem: Problem, me: Me): Problem => {
  const { knownError, state } = problem;
  const writes = hasRole(me, "agent", "problem-manager", "major-incident-manager") && state !== "closed";
  const speaks = hasRole(me, "problem-manager");
  const actions = [
    ...(writes ? ["write_known_error"] : []),
    ...(speaks && knownError !== undefined ? ["publish_known_error"] : []),
    ...(speaks && knownError?.published !== undefined ? ["withdraw_known_error"] : []),
  ];
  return { ...problem, actions };
};
