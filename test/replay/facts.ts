import type { LogRow } from "./log.ts";

/** Where an incident stands, in the words of the API. */
export type Standing = { readonly state: string; readonly holdReason?: string };

const standings: Readonly<Record<string, Standing>> = {
  New: { state: "new" },
  Active: { state: "in_progress" },
  "Awaiting User Info": { state: "on_hold", holdReason: "awaiting_caller" },
  "Awaiting Problem": { state: "on_hold", holdReason: "awaiting_problem" },
  "Awaiting Vendor": { state: "on_hold", holdReason: "awaiting_vendor" },
  "Awaiting Evidence": { state: "on_hold", holdReason: "awaiting_evidence" },
  Resolved: { state: "resolved" },
  Closed: { state: "closed" },
};

/** What the log's state means; undefined for values that are no state (`-100`). */
export const standingOf = (row: LogRow): Standing | undefined => standings[row.incident_state];

/** `2 - Medium` and `3 - Moderate` begin with the number. */
export const levelOf = (text: string | undefined): number => Number.parseInt(text ?? "", 10);

/** Everything of a row that an incident has a field for. Null: the field is empty. */
export type Facts = {
  readonly title: string;
  readonly channel: string;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly location: string | null;
  readonly vendor: string | null;
  readonly impact: number;
  readonly urgency: number;
  readonly ciIds: readonly string[];
  readonly links: readonly { readonly type: string; readonly target: string }[];
  readonly callerId?: string;
  readonly teamId: string | null;
  readonly assigneeId: string | null;
};

const linksOf = ({ problem_id, rfc, caused_by }: LogRow): Facts["links"] => {
  const targets = [
    ["problem", problem_id],
    ["fixed_by_change", rfc],
    ["caused_by_change", caused_by],
  ] as const;
  return targets.flatMap(([type, target]) => (target === undefined ? [] : [{ type, target }]));
};

export const factsOf = (row: LogRow): Facts => ({
  title: row.u_symptom ?? "No symptom given",
  channel: row.contact_type === "Email" ? "email" : "phone",
  category: row.category ?? null,
  subcategory: row.subcategory ?? null,
  location: row.location ?? null,
  vendor: row.vendor ?? null,
  impact: levelOf(row.impact),
  urgency: levelOf(row.urgency),
  ciIds: row.cmdb_ci === undefined ? [] : [row.cmdb_ci],
  links: linksOf(row),
  ...(row.caller_id === undefined ? {} : { callerId: row.caller_id }),
  teamId: row.assignment_group ?? null,
  assigneeId: row.assigned_to ?? null,
});

/** Columns that say nothing about the incident beyond what is replayed through its own fields. */
const bookkeeping = new Set([
  ..."number incident_state active reassignment_count reopen_count sys_mod_count".split(" "),
  ..."sys_updated_by sys_updated_at resolved_at resolved_by closed_at closed_code".split(" "),
]);

const ownFields = new Set([
  ..."caller_id contact_type location category subcategory u_symptom cmdb_ci impact urgency priority".split(
    " ",
  ),
  ..."assignment_group assigned_to problem_id rfc vendor caused_by".split(" "),
]);

/** Columns that changed and have no field in an incident, as text: they go into the note that stands for the row. */
export const otherChanges = (before: LogRow, after: LogRow): string =>
  Object.keys(after)
    .filter(
      (column) => !bookkeeping.has(column) && !ownFields.has(column) && before[column] !== after[column],
    )
    .map((column) => `${column}: ${after[column] ?? "none"}`)
    .join(", ");
