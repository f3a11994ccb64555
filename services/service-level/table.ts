import type { RecordType } from "../../shared/dynamo/record.ts";
import type { Records } from "../../shared/dynamo/records.ts";
import type { TableDefinition } from "../../shared/dynamo/table-definition.ts";
import { withoutSnapshot } from "../../shared/dynamo/without-snapshot.ts";
import { type Kept, keptIndexes } from "../../shared/kept/kept.ts";
import { viewAgreed } from "./access.ts";
import type { Agreement } from "./agreement.ts";
import type { Calendar } from "./calendar.ts";
import type { HolidayList } from "./holiday-list.ts";

export const serviceLevelTable: TableDefinition = {
  indexes: {
    keptByState: "Calendars, holiday lists or agreements in a state, by name",
    users: "Active calendars that use a holiday list, active agreements that use a calendar",
  },
};

/** Where they are in the API, and by that in lists. */
export const paths = {
  calendar: "calendars",
  holidayList: "holiday-lists",
  agreement: "agreements",
} as const;

/** What is retired uses nothing. */
const uses = (id: string, state: Kept["state"], targets: readonly string[]) =>
  state === "retired" ? [] : [...new Set(targets)].map((target) => ({ index: "users", target, order: id }));

const calendarsOf = ({ metrics }: Agreement): string[] =>
  metrics.flatMap(({ calendarId }) => (calendarId === undefined ? [] : [calendarId]));

export const holidayListRecords: RecordType<HolidayList> = {
  prefix: "HOL",
  indexes: keptIndexes(paths.holidayList),
  long: ["holidays"],
  view: viewAgreed,
  viewEntry: withoutSnapshot("holidayList"),
};

export const calendarRecords: RecordType<Calendar> = {
  prefix: "CAL",
  indexes: keptIndexes(paths.calendar),
  edges: ({ id, state, holidayListIds }) => uses(id, state, holidayListIds),
  long: ["description", "week", "holidays", "specialDays", "listedHolidays"],
  view: viewAgreed,
  viewEntry: withoutSnapshot("calendar"),
};

export const agreementRecords: RecordType<Agreement> = {
  prefix: "SLA",
  indexes: keptIndexes(paths.agreement),
  edges: (agreement) => uses(agreement.id, agreement.state, calendarsOf(agreement)),
  long: ["description", "metrics"],
  view: viewAgreed,
  viewEntry: withoutSnapshot("agreement"),
};

/** What the handlers of this service work with. */
export type ServiceLevelContext = {
  readonly calendars: Records<Calendar>;
  readonly holidayLists: Records<HolidayList>;
  readonly agreements: Records<Agreement>;
  readonly now: () => string;
};
