import type { FieldSpec } from "../../parts/form/field-spec.ts";
import type { Choice } from "../../parts/form/form-fields.tsx";
import type { Action } from "../../parts/record/action.ts";
import type { Me } from "../../session/me.ts";
import type { Incident } from "./incident.ts";
import { majorActions } from "./major-actions.ts";
import { incidentTexts as texts } from "./texts.ts";
import { tieActions } from "./tie-actions.ts";

/** A table of texts as choices. */
export const choicesOf = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

/** What resolving asks for. */
export const resolveFields: readonly FieldSpec[] = [
  { name: "code", label: texts.code, kind: "choice", isRequired: true, choices: choicesOf(texts.codes) },
  { name: "text", label: texts.solution, kind: "paragraph", isRequired: true },
];

const reason: FieldSpec = { name: "reason", label: texts.reason, kind: "paragraph", isRequired: true };

/** Closing at once needs the solution; a resolved one has it. */
const closing = ({ state }: Incident): readonly FieldSpec[] => (state === "resolved" ? [] : resolveFields);

const lifecycle: readonly Action<Incident>[] = [
  { action: "start", text: texts.actions.start, route: "POST /incidents/{incidentId}/start", key: "s" },
  {
    action: "hold",
    text: texts.actions.hold,
    route: "POST /incidents/{incidentId}/hold",
    key: "h",
    fields: [{ ...reason, kind: "choice", choices: choicesOf(texts.holds) }],
  },
  {
    action: "reopen",
    text: texts.actions.reopen,
    route: "POST /incidents/{incidentId}/reopen",
    fields: [reason],
  },
  {
    action: "close",
    text: texts.actions.close,
    route: "POST /incidents/{incidentId}/close",
    fields: closing,
    body: (entered) => (Object.keys(entered).length === 0 ? {} : { resolution: entered }),
  },
  {
    action: "cancel",
    text: texts.actions.cancel,
    route: "POST /incidents/{incidentId}/cancel",
    fields: [reason],
  },
  { action: "unmerge", text: texts.actions.unmerge, route: "POST /incidents/{incidentId}/unmerge" },
  {
    action: "resolve",
    text: texts.actions.resolve,
    route: "POST /incidents/{incidentId}/resolve",
    key: "e",
    fields: resolveFields,
    isPrimary: true,
  },
];

const working: readonly Action<Incident>[] = [
  {
    action: "assign",
    text: texts.actions.assign,
    route: "POST /incidents/{incidentId}/assign",
    key: "a",
    fields: ({ teamId = "", assigneeId = "" }) => [
      { name: "teamId", label: texts.team, kind: "team", initial: teamId },
      { name: "assigneeId", label: texts.person, kind: "person", initial: assigneeId },
    ],
  },
  {
    action: "take",
    text: texts.actions.take,
    route: "POST /incidents/{incidentId}/take",
    key: "t",
    isPrimary: true,
  },
];

/** Everything that can be done to an incident; the record says what of it now. */
export const incidentActionsOf = (me: Me): readonly Action<Incident>[] => [
  ...working,
  ...lifecycle,
  ...tieActions(me),
  ...majorActions,
];
