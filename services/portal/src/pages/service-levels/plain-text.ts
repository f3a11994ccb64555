import type { BodyOf } from "../../api/request.ts";

type Calendar = BodyOf<"PUT /calendars/{calendarId}">;
type Holiday = NonNullable<Calendar["holidays"]>[number];
type Windows = readonly (readonly [string, string])[];
type Fact = string | number | boolean;
export type Condition = Readonly<Record<string, readonly Fact[]>>;

/** A line that says something that cannot be read. */
export class Unreadable extends Error {}

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** `09:00-12:00, 13:00-17:00` */
export const windowsText = (windows: Windows = []): string =>
  windows.map(([from, to]) => `${from}-${to}`).join(", ");

export const readWindows = (text: string): Windows =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const found = /^(\d{2}:\d{2})\s*[-–]\s*(\d{2}:\d{2})$/.exec(part);
      if (!found) throw new Unreadable(part);
      return [found[1] ?? "", found[2] ?? ""] as const;
    });

/** `2026-12-25 Christmas`, or `12-25 Christmas` for every year; one on a line. */
export const holidaysText = (holidays: readonly Holiday[] = []): string =>
  holidays
    .map((day) => [("date" in day ? day.date : day.monthDay) ?? "", day.name ?? ""].join(" ").trim())
    .join("\n");

export const readHolidays = (text: string): readonly Holiday[] =>
  linesOf(text).map((line) => {
    const found = /^(\d{4}-\d{2}-\d{2}|\d{2}-\d{2})(?:\s+(.+))?$/.exec(line);
    if (!found) throw new Unreadable(line);
    const [, day = "", name] = found;
    const named = name === undefined ? {} : { name };
    return day.length > 5 ? { date: day, ...named } : { monthDay: day, ...named };
  });

/** `2026-12-24 09:00-12:00`; one on a line. */
export const specialDaysText = (days: Readonly<Record<string, Windows>> = {}): string =>
  Object.entries(days)
    .map(([day, windows]) => `${day} ${windowsText(windows)}`.trim())
    .join("\n");

export const readSpecialDays = (text: string): Readonly<Record<string, Windows>> =>
  Object.fromEntries(
    linesOf(text).map((line) => {
      const found = /^(\d{4}-\d{2}-\d{2})\s*(.*)$/.exec(line);
      if (!found) throw new Unreadable(line);
      return [found[1] ?? "", readWindows(found[2] ?? "")];
    }),
  );

const factOf = (word: string): Fact => {
  if (word === "true" || word === "false") return word === "true";
  return /^-?\d+$/.test(word) ? Number(word) : word;
};

/** `state: on_hold; holdReason: awaiting_caller, awaiting_vendor` */
export const conditionText = (condition: Condition = {}, between = "; "): string =>
  Object.entries(condition)
    .map(([fact, values]) => `${fact}: ${values.join(", ")}`)
    .join(between);

export const readCondition = (text: string): Condition =>
  Object.fromEntries(
    text
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter(Boolean)
      .map((part) => {
        const found = /^(\w+)\s*:\s*(.+)$/.exec(part);
        if (!found) throw new Unreadable(part);
        const words = (found[2] ?? "").split(",").map((word) => word.trim());
        return [found[1] ?? "", words.filter(Boolean).map(factOf)];
      }),
  );

export const readConditions = (text: string): readonly Condition[] => linesOf(text).map(readCondition);
