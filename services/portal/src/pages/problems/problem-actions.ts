import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { FieldSpec } from "../../parts/form/field-spec.ts";
import type { Action } from "../../parts/record/action.ts";
import { hasRole, type Me } from "../../session/me.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { problemTexts as texts } from "./texts.ts";

export type Problem = Schemas["ProblemRecord"];

const reason: FieldSpec = { name: "reason", label: texts.reason, kind: "paragraph", isRequired: true };

const lifecycle: readonly Action<Problem>[] = [
  { action: "assess", text: texts.actions.assess, route: "POST /problems/{problemId}/assess" },
  {
    action: "analyse",
    text: texts.actions.analyse,
    route: "POST /problems/{problemId}/analyse",
    isPrimary: true,
  },
  { action: "fix", text: texts.actions.fix, route: "POST /problems/{problemId}/fix", isPrimary: true },
  {
    action: "resolve",
    text: texts.actions.resolve,
    route: "POST /problems/{problemId}/resolve",
    fields: [{ name: "text", label: texts.fixText, kind: "paragraph", isRequired: true }],
    isPrimary: true,
  },
  { action: "close", text: texts.actions.close, route: "POST /problems/{problemId}/close" },
  {
    action: "accept_risk",
    text: texts.actions.accept_risk,
    route: "POST /problems/{problemId}/accept-risk",
    fields: [reason],
  },
  {
    action: "duplicate",
    text: texts.actions.duplicate,
    route: "POST /problems/{problemId}/duplicate",
    fields: [{ name: "of", label: texts.duplicateOf, kind: "text", isRequired: true }],
  },
  {
    action: "reanalyse",
    text: texts.actions.reanalyse,
    route: "POST /problems/{problemId}/reanalyse",
    fields: [reason],
  },
  {
    action: "cancel",
    text: texts.actions.cancel,
    route: "POST /problems/{problemId}/cancel",
    fields: [reason],
  },
];

const work: readonly Action<Problem>[] = [
  {
    action: "assign",
    text: texts.actions.assign,
    route: "POST /problems/{problemId}/assign",
    key: "a",
    fields: ({ teamId = "", assigneeId = "" }) => [
      { name: "teamId", label: texts.team, kind: "team", initial: teamId },
      { name: "assigneeId", label: texts.person, kind: "person", initial: assigneeId },
    ],
  },
  {
    action: "workaround",
    text: texts.actions.workaround,
    route: "POST /problems/{problemId}/workaround",
    fields: ({ workaround = "" }) => [
      { name: "text", label: texts.workaround, kind: "paragraph", isRequired: true, initial: workaround },
    ],
  },
  {
    action: "forget",
    text: texts.actions.forget,
    lead: texts.forgetLead,
    route: "POST /problems/{problemId}/workaround",
    body: () => ({ text: null }),
  },
  {
    action: "communicate",
    text: texts.actions.communicate,
    lead: texts.tellLead,
    route: "POST /problems/{problemId}/communicate-workaround",
    fields: [
      {
        name: "audience",
        label: texts.audience,
        kind: "choice",
        isRequired: true,
        choices: choicesOf(texts.audiences),
        initial: "agents",
      },
    ],
  },
  {
    action: "cause",
    text: texts.actions.cause,
    route: "POST /problems/{problemId}/root-cause",
    fields: ({ rootCause }) => [
      {
        name: "text",
        label: texts.rootCause,
        kind: "paragraph",
        isRequired: true,
        initial: rootCause?.text ?? "",
      },
    ],
    body: ({ text }, { rootCause }) => ({ rootCause: { ...rootCause, text } }),
  },
  {
    action: "change",
    text: texts.actions.change,
    route: "POST /problems/{problemId}/changes",
    fields: [{ name: "title", label: texts.changeTitle, kind: "text", isRequired: true }],
  },
];

/** Everything that can be done to a problem; the record says which steps of its life are possible now. */
export const problemActions: readonly Action<Problem>[] = [...lifecycle, ...work];

/** Work on it is no step of its life, so its own list does not name it. */
export const withWork = (problem: Problem, me: Me): Problem => {
  if (!hasRole(me, "agent", "problem-manager", "major-incident-manager")) return problem;
  const isOpen = problem.state !== "resolved" && problem.state !== "closed";
  const tells = hasRole(me, "problem-manager") && problem.workaround !== undefined;
  const forgets = isOpen && problem.workaround !== undefined ? ["forget"] : [];
  const more = isOpen ? ["assign", "workaround", ...forgets, "cause", "change"] : [];
  return { ...problem, actions: [...(problem.actions ?? []), ...more, ...(tells ? ["communicate"] : [])] };
};
