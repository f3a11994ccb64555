import type { Calendar } from "../../services/service-level/calendar.ts";
import type { HolidayList } from "../../services/service-level/holiday-list.ts";
import { serviceLevelService } from "../../services/service-level/service.ts";
import { agreementRecords, calendarRecords, holidayListRecords } from "../../services/service-level/table.ts";
import { agreedTerms } from "./agreed-terms.ts";
import type { Facts } from "./facts.ts";
import { change, keep, make } from "./kept-operations.ts";
import type { Random } from "./machine/random.ts";
import { type Model, type Simulated, storedKind } from "./simulated.ts";

const lists = (model: Model) => model.seen("HOL");
const calendars = (model: Model) => model.seen("CAL");
const agreements = (model: Model) => model.seen("SLA");

const holidays = (random: Random, model: Model) => ({
  name: model.word(),
  holidays: [{ monthDay: `12-${random.between(10, 31)}`, name: model.word() }],
});

const calendar = (random: Random, model: Model) => ({
  name: model.word(),
  timeZone: "Europe/Oslo",
  week: { mon: [["09:00", "17:00"]] },
  holidayListIds: lists(model)
    .map(({ id }) => id)
    .filter(() => random.chance(0.7))
    .slice(0, 3),
});

const agreement = (random: Random, model: Model) => {
  const known = calendars(model).filter(({ state }) => state === "active");
  const calendarId = known.length > 0 && random.chance(0.4) ? random.pick(known).id : undefined;
  return { name: model.word(), ...agreedTerms(random, calendarId) };
};

/** Each measures every open record: a house has a few, however long it is looked at. */
const mostAgreements = 6;

const kinds = {
  lists: { as: "ada", path: "/holiday-lists", fields: holidays, known: lists },
  calendars: { as: "ada", path: "/calendars", fields: calendar, known: calendars },
  agreements: { as: "ada", path: "/agreements", fields: agreement, known: agreements },
} as const;

/** Every calendar closes on the days that its lists say now. */
const brokenCalendars = ({ kept }: Facts): string[] => {
  const recordOf = <R>({ item }: Facts["kept"][number]): R =>
    ({ ...(item?.record as object), ...(item?.long as object) }) as R;
  const daysOf = (id: string) =>
    kept.filter((one) => one.id === id).flatMap((one) => recordOf<HolidayList>(one).holidays ?? []);
  return kept
    .filter(({ id }) => /^CAL\d+$/.test(id))
    .map((one) => recordOf<Calendar>(one))
    .filter(({ state }) => state === "active")
    .filter(
      ({ listedHolidays, holidayListIds }) =>
        JSON.stringify(listedHolidays.map(({ name }) => name)) !==
        JSON.stringify(holidayListIds.flatMap(daysOf).map(({ name }) => name)),
    )
    .map(
      ({ id, listedHolidays }) =>
        `${id} closes on ${JSON.stringify(listedHolidays)}, its lists say otherwise`,
    );
};

/** An administrator changes lists of closed days while calendars take them over. */
export const simulatedServiceLevel: Simulated = {
  service: serviceLevelService as unknown as Simulated["service"],
  share: 2,
  kinds: [
    storedKind(holidayListRecords, (id) => /^HOL\d+$/.test(id)),
    storedKind(calendarRecords, (id) => /^CAL\d+$/.test(id), ["CalendarChanged"]),
    storedKind(agreementRecords, (id) => /^SLA\d+$/.test(id)),
  ],
  operation: (random, model) =>
    random.weighted([
      [2, make(kinds.lists)],
      [3, change(kinds.lists)],
      [2, make(kinds.calendars)],
      [2, change(kinds.calendars)],
      [4, keep(kinds.agreements, mostAgreements)],
      [2, change(kinds.agreements)],
    ])(random, model),
  broken: brokenCalendars,
};
