import type { FieldSpec } from "../../parts/form/field-spec.ts";
import type { Action } from "../../parts/record/action.ts";
import type { Incident } from "./incident.ts";
import { incidentTexts as texts } from "./texts.ts";
import { incidentWorkTexts as workTexts } from "./work-texts.ts";

const words = workTexts.majors;
const group = workTexts.groups.major;

const reason: FieldSpec = { name: "reason", label: texts.reason, kind: "paragraph", isRequired: true };
const text: FieldSpec = { name: "text", label: words.text, kind: "paragraph", isRequired: true };

/** One on a line, as it is typed. */
const linesOf = (typed: unknown): readonly string[] =>
  String(typed ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

const listed = (name: string, label: string, lines: readonly string[] = []): FieldSpec => ({
  name,
  label,
  kind: "paragraph",
  hint: words.oneOnALine,
  initial: lines.join("\n"),
});

const reviewFields = ({ major: { review } = {} as never }: Incident): readonly FieldSpec[] => [
  {
    name: "summary",
    label: words.summary,
    kind: "paragraph",
    isRequired: true,
    initial: review?.summary ?? "",
  },
  listed("wentWell", words.wentWell, review?.wentWell),
  listed("wentBadly", words.wentBadly, review?.wentBadly),
  listed("causes", words.causes, review?.causes),
  { name: "isComplete", label: words.isComplete, kind: "toggle" },
];

/** What is done about an incident that is too large for its team alone. */
export const majorActions: readonly Action<Incident>[] = [
  {
    action: "propose_major",
    text: words.propose,
    group,
    route: "POST /incidents/{incidentId}/major/propose",
    fields: [reason],
  },
  {
    action: "accept_major",
    text: words.accept,
    lead: words.acceptLead,
    group,
    route: "POST /incidents/{incidentId}/major/accept",
    fields: [{ name: "managerId", label: words.manager, kind: "person", hint: words.managerHint }],
  },
  {
    action: "reject_major",
    text: words.reject,
    group,
    route: "POST /incidents/{incidentId}/major/reject",
    fields: [reason],
  },
  {
    action: "update_stakeholders",
    text: words.update,
    lead: words.updateLead,
    group,
    route: "POST /incidents/{incidentId}/updates",
    fields: [text],
  },
  {
    action: "mitigate_major",
    text: words.mitigate,
    group,
    route: "POST /incidents/{incidentId}/major/mitigate",
    fields: [text],
  },
  {
    action: "review_major",
    text: words.review,
    group,
    route: "POST /incidents/{incidentId}/review",
    fields: reviewFields,
    body: ({ summary, wentWell, wentBadly, causes, isComplete }) => ({
      summary,
      wentWell: linesOf(wentWell),
      wentBadly: linesOf(wentBadly),
      causes: linesOf(causes),
      isComplete: isComplete === true,
    }),
  },
  {
    action: "demote_major",
    text: words.demote,
    group,
    route: "POST /incidents/{incidentId}/major/demote",
    fields: [reason],
  },
];
