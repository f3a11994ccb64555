import { type Facts, factsOf, levelOf, otherChanges, standingOf } from "./facts.ts";
import { type LogRow, timeOf } from "./log.ts";

/** An incident as the API last answered it, as far as planning needs it. */
export type RecordState = Partial<Facts> & {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly holdReason?: string;
  readonly autoCloseAt?: string;
};

/** Who calls: the desk's machine. People of the log have no sign-in of their own. */
export type As = "desk";

/** Exactly one call of the API. */
export type Call = {
  readonly kind: "call";
  readonly method: "POST" | "PATCH";
  /** Below `/api`. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly as: As;
  readonly ifMatch?: number;
  /** The one entry that the call leaves in the incident's history. */
  readonly entry: string;
  /** Why a note stands for a row that changed a field. */
  readonly remark?: string;
};

/** What a row of the log means for a client of the API. */
export type Step =
  | Call
  /** The system closes it by itself; the client does nothing. */
  | { readonly kind: "closes-by-itself"; readonly entry: "IncidentClosed" }
  /** The row cannot be said to any API: its reason. */
  | { readonly kind: "bad-data"; readonly reason: string };

/** The log's times are cut to the minute: what happened at 12:00:59 and at 12:00:00 is the same to it. */
const minute = 60_000;

/** Why a row is no step at all. */
export const badDataOf = (row: LogRow): string | undefined => {
  if (standingOf(row) === undefined) return `state ${row.incident_state} does not exist`;
  if (timeOf(row.sys_updated_at) === undefined) return `time ${row.sys_updated_at} does not exist`;
  const levels = [levelOf(row.impact), levelOf(row.urgency)];
  return levels.every((level) => level >= 1 && level <= 3) ? undefined : "impact or urgency is missing";
};

const call = (
  method: Call["method"],
  path: string,
  body: Call["body"],
  entry: string,
  ifMatch?: number,
): Call => ({
  kind: "call",
  method,
  path,
  body,
  as: "desk",
  entry,
  ...(ifMatch === undefined ? {} : { ifMatch }),
});

const resolutionOf = (row: LogRow) => ({
  code: row.closed_code ?? "none given",
  text: row.resolved_by ?? "Resolved by an unnamed person",
});

const withoutNull = (facts: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));

const opening = (row: LogRow): Step => {
  const standing = standingOf(row);
  const description = `Logged as ${row.number}, opened by ${row.opened_by ?? "an unnamed person"}`;
  const facts = { ...withoutNull(factsOf(row)), description };
  const begin = (more: object) => call("POST", "/incidents", { ...facts, begin: more }, "IncidentOpened");
  switch (standing?.state) {
    case "new":
      return call("POST", "/incidents", facts, "IncidentOpened");
    case "on_hold":
      return begin({ state: "on_hold", reason: standing.holdReason });
    case "resolved":
      return begin({ state: "resolved", ...resolutionOf(row) });
    case "in_progress":
      return begin({ state: "in_progress" });
    default:
      return { kind: "bad-data", reason: `the log begins with state ${row.incident_state}` };
  }
};

/** What the row says otherwise than the record; only that is sent. */
export const differenceOf = (record: RecordState, row: LogRow): Partial<Facts> => {
  const present = record as Readonly<Record<string, unknown>>;
  const isOther = ([field, value]: [string, unknown]) =>
    JSON.stringify(present[field] ?? null) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(factsOf(row)).filter(isOther)) as Partial<Facts>;
};

const noteOf = (before: LogRow, row: LogRow, changed: readonly string[]): string => {
  const also = otherChanges(before, row);
  const missed = changed.map((field) => `${field}: ${JSON.stringify(factsOf(row)[field as keyof Facts])}`);
  const told = [...missed, ...(also === "" ? [] : [also])].join(", ");
  return `${row.sys_updated_by ?? "Somebody"} saved: ${told === "" ? "nothing visible changed" : told}`;
};

/** A save that leaves the state: an assignment, an edit, or (nothing that has a field) a note. */
const sameState = (before: LogRow, row: LogRow, record: RecordState): Call => {
  const path = `/incidents/${record.id}`;
  const { teamId, assigneeId, ...facts } = differenceOf(record, row);
  const hands = {
    ...(teamId === undefined ? {} : { teamId }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
  };
  const handed = Object.keys(hands);
  const edited = Object.keys(facts).length > 0;
  if (handed.length > 0 && record.state === "closed") {
    const note = call("POST", `${path}/notes`, { text: noteOf(before, row, handed) }, "IncidentNoted");
    return { ...note, remark: "closed incidents are not assigned to anybody else" };
  }
  if (handed.length > 0) {
    // Another team without a person would leave it unassigned: the person is always said.
    const person = { assigneeId: row.assigned_to ?? null };
    const body = { ...hands, ...person, ...(edited ? { also: facts } : {}) };
    return call("POST", `${path}/assign`, body, "IncidentAssigned");
  }
  if (edited) return call("PATCH", path, facts, "IncidentUpdated", record.version);
  return call("POST", `${path}/notes`, { text: noteOf(before, row, []) }, "IncidentNoted");
};

const move = (row: LogRow, record: RecordState, action: string, body: object, entry: string): Call => {
  const also = differenceOf(record, row);
  const more = Object.keys(also).length > 0 ? { also } : {};
  return call("POST", `/incidents/${record.id}/${action}`, { ...body, ...more }, entry);
};

/** True where the log's closing is the desk's rule at work, or a person who came just as late. */
const isDue = (row: LogRow, { state, autoCloseAt }: RecordState): boolean =>
  state === "resolved" &&
  autoCloseAt !== undefined &&
  Date.parse(autoCloseAt) < (timeOf(row.sys_updated_at) ?? 0) + minute;

const closing = (before: LogRow, row: LogRow, record: RecordState): Step => {
  // Closed by itself already, while the desk's own rule came later.
  if (record.state === "closed" && before.incident_state !== "Closed")
    return { kind: "closes-by-itself", entry: "IncidentClosed" };
  if (record.state === "closed") return sameState(before, row, record);
  if (isDue(row, record)) return { kind: "closes-by-itself", entry: "IncidentClosed" };
  const resolution = record.state === "resolved" ? {} : { resolution: resolutionOf(row) };
  return move(row, record, "close", resolution, "IncidentClosed");
};

const isEnded = (state: string): boolean => state === "resolved" || state === "closed";

/**
 * Turns a row of the log into the one call a client makes for it, given the row before it (undefined: the
 * incident's first) and the incident as the API last showed it.
 */
export const planStep = (before: LogRow | undefined, row: LogRow, record: RecordState | undefined): Step => {
  const reason = badDataOf(row);
  if (reason !== undefined) return { kind: "bad-data", reason };
  if (before === undefined || record === undefined) return opening(row);
  const { state = "", holdReason } = standingOf(row) ?? {};
  if (state === "closed") return closing(before, row, record);
  // The system closed what the log shows resolved for longer than the rule allows.
  if (state === "resolved" && isEnded(record.state)) return sameState(before, row, record);
  if (isEnded(record.state)) {
    const body = {
      reason: `Reopened by ${row.sys_updated_by ?? "somebody"}`,
      ...(holdReason ? { hold: holdReason } : {}),
    };
    return move(row, record, "reopen", body, "IncidentReopened");
  }
  if (state === "resolved") return move(row, record, "resolve", resolutionOf(row), "IncidentResolved");
  if (state === record.state && holdReason === record.holdReason) return sameState(before, row, record);
  if (state === "on_hold") return move(row, record, "hold", { reason: holdReason }, "IncidentHeld");
  if (state === "in_progress") return move(row, record, "start", {}, "IncidentStarted");
  return { kind: "bad-data", reason: `an incident in ${record.state} does not become new again` };
};
