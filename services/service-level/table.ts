import type { RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { viewRetirable } from "./access.ts";
import type { Agreement } from "./agreement.ts";
import type { Calendar } from "./calendar.ts";
import type { HolidayList } from "./holiday-list.ts";
import type { Retirable } from "./retirable.ts";

export const serviceLevelTable: TableDefinition = {
  indexes: {
    byState: "Calendars, holiday lists or agreements in a state, by name",
    users: "Active calendars that use a holiday list, active agreements that use a calendar",
  },
};

type Kind = "calendar" | "holiday-list" | "agreement";

/** The partition of a kind's records in a state. */
export const inState = (kind: Kind, state: Retirable["state"]): string => `${kind}#${state}`;

const byState =
  (kind: Kind) =>
  ({ id, name, state }: Retirable) => ({
    byState: { partition: inState(kind, state), order: `${name.toLowerCase()}#${id}` },
  });

/** What is retired uses nothing. */
const uses = (id: string, state: Retirable["state"], targets: readonly string[]) =>
  state === "retired" ? [] : [...new Set(targets)].map((target) => ({ index: "users", target, order: id }));

const calendarsOf = ({ metrics }: Agreement): string[] =>
  metrics.flatMap(({ calendarId }) => (calendarId === undefined ? [] : [calendarId]));

export const holidayListRecords: RecordType<HolidayList> = {
  prefix: "HOL",
  indexes: byState("holiday-list"),
  long: ["holidays"],
  view: viewRetirable,
  viewEntry: withoutSnapshot("holidayList"),
};

export const calendarRecords: RecordType<Calendar> = {
  prefix: "CAL",
  indexes: byState("calendar"),
  edges: ({ id, state, holidayListIds }) => uses(id, state, holidayListIds),
  long: ["description", "week", "holidays", "specialDays", "listedHolidays"],
  view: viewRetirable,
  viewEntry: withoutSnapshot("calendar"),
};

export const agreementRecords: RecordType<Agreement> = {
  prefix: "SLA",
  indexes: byState("agreement"),
  edges: (agreement) => uses(agreement.id, agreement.state, calendarsOf(agreement)),
  long: ["description", "metrics"],
  view: viewRetirable,
  viewEntry: withoutSnapshot("agreement"),
};

/** What the handlers of this service work with. */
export type ServiceLevelContext = {
  readonly calendars: Records<Calendar>;
  readonly holidayLists: Records<HolidayList>;
  readonly agreements: Records<Agreement>;
  readonly now: () => string;
};
