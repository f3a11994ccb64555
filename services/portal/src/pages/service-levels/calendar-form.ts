import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import {
  holidaysText,
  readHolidays,
  readSpecialDays,
  readWindows,
  specialDaysText,
  windowsText,
} from "./plain-text.ts";

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** A calendar as it is typed. */
export type Typed = Readonly<Record<string, string>>;

export const emptyCalendar: Typed = {
  name: "",
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  ...Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, "09:00-17:00"])),
};

export const typedCalendar = (calendar: Schemas["Calendar"]): Typed => ({
  name: calendar.name,
  description: calendar.description ?? "",
  timeZone: calendar.timeZone,
  ...Object.fromEntries(weekdays.map((day) => [day, windowsText(calendar.week[day])])),
  holidays: holidaysText(calendar.holidays),
  specialDays: specialDaysText(calendar.specialDays),
  holidayListIds: calendar.holidayListIds.join(" "),
});

/** Ids in a text. */
export const idsOf = (text = ""): readonly string[] => text.split(/[\s,]+/).filter(Boolean);

/** What was typed, as the API takes it; throws `Unreadable` with the line that says nothing. */
export const calendarOf = (typed: Typed): BodyOf<"POST /calendars"> => {
  const week = Object.fromEntries(
    weekdays
      .map((day) => [day, readWindows(typed[day] ?? "")] as const)
      .filter(([, windows]) => windows.length > 0),
  );
  const description = (typed.description ?? "").trim();
  return {
    name: (typed.name ?? "").trim(),
    ...(description === "" ? {} : { description }),
    timeZone: (typed.timeZone ?? "").trim(),
    week,
    holidays: readHolidays(typed.holidays ?? ""),
    specialDays: readSpecialDays(typed.specialDays ?? ""),
    holidayListIds: [...idsOf(typed.holidayListIds)],
  };
};
