import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { FieldSpec } from "../../parts/form/field-spec.ts";
import type { Action } from "../../parts/record/action.ts";
import { hasRole, type Me } from "../../session/me.ts";
import { choicesOf } from "../incidents/incident-actions.ts";
import { problemTexts as texts } from "./texts.ts";

export type Problem = Schemas["ProblemRecord"];

const reason: FieldSpec = { name: "reason", label: texts.reason, kind: "paragraph", isRequired: true };

const audience: FieldSpec = {
  name: "audience",
  label: texts.audience,
  kind: "choice",
  isRequired: true,
  choices: choicesOf(texts.audiences),
  initial: "agents",
};

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
    fields: [
      { name: "text", label: texts.fixText, kind: "paragraph", isRequired: true },
      {
        name: "heldIncidents",
        label: texts.held,
        hint: texts.heldHint,
        kind: "choice",
        choices: choicesOf(texts.heldIncidents),
      },
    ],
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
    fields: [audience],
  },
  {
    action: "communicate_fix",
    text: texts.actions.communicate_fix,
    lead: texts.tellLead,
    route: "POST /problems/{problemId}/communicate-fix",
    fields: [audience, { name: "text", label: texts.fixText, kind: "paragraph", isRequired: true }],
  },
  {
    action: "change",
    text: texts.actions.change,
    route: "POST /problems/{problemId}/changes",
    lead: texts.changeLead,
    fields: ({ title }) => [
      { name: "title", label: texts.changeTitle, kind: "text", isRequired: true, initial: title },
      { name: "description", label: texts.description, kind: "paragraph" },
      {
        name: "type",
        label: texts.changeType,
        kind: "choice",
        choices: choicesOf(texts.changeTypes),
        initial: "normal",
      },
      { name: "teamId", label: texts.team, kind: "team" },
    ],
  },
];

/** Everything that can be done to a problem; the record says which steps of its life are possible now. */
export const problemActions: readonly Action<Problem>[] = [...lifecycle, ...work];

/** Who works on problems. */
export const works = (me: Me): boolean => hasRole(me, "agent", "problem-manager", "major-incident-manager");

/** Work on it is no step of its life, so its own list does not name it. */
export const withWork = (problem: Problem, me: Me): Problem => {
  if (!works(me)) return problem;
  const isOpen = problem.state !== "resolved" && problem.state !== "closed";
  const knowsWay = problem.workaround !== undefined;
  const speaks = hasRole(me, "problem-manager");
  const forgets = isOpen && knowsWay ? ["forget"] : [];
  const more = isOpen ? ["assign", "workaround", ...forgets, "change"] : [];
  const tells = speaks ? [...(knowsWay ? ["communicate"] : []), "communicate_fix"] : [];
  return { ...problem, actions: [...(problem.actions ?? []), ...more, ...tells] };
};

/** Whether its cause may still be written: what is closed is analysed again first, but for a risk that people live with. */
export const isAnalysed = ({ state, resolutionCode }: Problem): boolean =>
  state !== "closed" || resolutionCode === "risk_accepted";
