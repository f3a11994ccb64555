import fc from "fast-check";
import { nextFire, validateSchedule } from "../../../infra/local/schedule-expression.ts";

const utc = (text: string): number => Date.parse(`${text}Z`);
const shown = (moment: number | undefined): string | undefined =>
  moment === undefined ? undefined : new Date(moment).toISOString().slice(0, 16);
const next = (expression: string, after: string, timeZone = "UTC") =>
  shown(nextFire(expression, timeZone, utc(after)));

/** The values of a plain field, found by trying each one. */
const valuesOf = (field: string, from: number, to: number): ReadonlySet<number> => {
  const all = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const has = (value: number): boolean =>
    field.split(",").some((term) => {
      const [range = "", step] = term.split("/");
      const [first = "", last] = range === "*" ? [String(from), String(to)] : range.split("-");
      const end = last ?? (step === undefined ? first : String(to));
      return (
        value >= Number(first) && value <= Number(end) && (value - Number(first)) % Number(step ?? 1) === 0
      );
    });
  return new Set(all.filter(has));
};

const isDay = (date: string, weekday: string): ((time: Date) => boolean) => {
  if (date === "L") return (time) => new Date(time.getTime() + 86_400_000).getUTCDate() === 1;
  const dates = valuesOf(date, 1, 31);
  if (weekday === "?") return (time) => dates.has(time.getUTCDate());
  const [day, nth] = weekday.split("#");
  if (nth !== undefined)
    return (time) => time.getUTCDay() + 1 === Number(day) && Math.ceil(time.getUTCDate() / 7) === Number(nth);
  const weekdays = valuesOf(weekday, 1, 7);
  return (time) => weekdays.has(time.getUTCDay() + 1);
};

/** Takes the next minutes one by one and asks each field on its own: slow, but plain to see through. */
const steppedNext = (expression: string, afterMs: number, steps: number): number | undefined => {
  const [minute = "", hour = "", date = "", month = "", weekday = ""] = expression.slice(5, -1).split(" ");
  const minutes = valuesOf(minute, 0, 59);
  const hours = valuesOf(hour, 0, 23);
  const months = valuesOf(month, 1, 12);
  const onDay = isDay(date, weekday);
  const start = (Math.floor(afterMs / 60_000) + 1) * 60_000;
  for (let at = start; at < start + steps * 60_000; at += 60_000) {
    const time = new Date(at);
    if (!minutes.has(time.getUTCMinutes()) || !hours.has(time.getUTCHours())) continue;
    if (months.has(time.getUTCMonth() + 1) && onDay(time)) return at;
  }
  return undefined;
};

const field = (from: number, to: number) => {
  const value = fc.integer({ min: from, max: to });
  return fc.oneof(
    fc.constant("*"),
    value.map(String),
    fc.tuple(value, value).map(([one, other]) => `${Math.min(one, other)}-${Math.max(one, other)}`),
    fc.tuple(value, fc.integer({ min: 1, max: 20 })).map(([start, step]) => `${start}/${step}`),
    fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => values.join(",")),
  );
};
const days = fc.oneof(
  fc.oneof(field(1, 31), fc.constant("L")).map((date) => [date, "?"] as const),
  fc
    .oneof(
      field(1, 7),
      fc
        .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 5 }))
        .map(([day, nth]) => `${day}#${nth}`),
    )
    .map((weekday) => ["?", weekday] as const),
);

describe("cron", () => {
  it("fires at the minute a brute-force search over the next 40 days finds", () => {
    const expression = fc
      .tuple(field(0, 59), field(0, 23), days, field(1, 12))
      .map(
        ([minute, hour, [date, weekday], month]) => `cron(${minute} ${hour} ${date} ${month} ${weekday} *)`,
      );
    const after = fc.integer({ min: utc("2023-01-01T00:00"), max: utc("2029-01-01T00:00") });
    const steps = 40 * 1440;
    fc.assert(
      fc.property(expression, after, (text, afterMs) => {
        const found = nextFire(text, "UTC", afterMs);
        const expected = steppedNext(text, afterMs, steps);
        const within = found !== undefined && found <= afterMs + steps * 60_000 ? found : undefined;
        expect(shown(within)).toBe(shown(expected));
      }),
      { numRuns: 80 },
    );
  });

  it.each([
    ["cron(0 12 29 2 ? *)", "2023-03-01T00:00", "2024-02-29T12:00"],
    ["cron(0 12 29 2 ? *)", "2097-01-01T00:00", "2104-02-29T12:00"],
    ["cron(0 0 30 2 ? *)", "2023-03-01T00:00", undefined],
    ["cron(0 0 L * ? *)", "2024-02-01T00:00", "2024-02-29T00:00"],
    ["cron(0 8 1W * ? *)", "2024-05-31T09:00", "2024-06-03T08:00"],
    ["cron(0 8 31W * ? *)", "2024-04-01T00:00", "2024-05-31T08:00"],
    ["cron(0 8 30W 6 ? *)", "2024-01-01T00:00", "2024-06-28T08:00"],
    ["cron(0 8 15W * ? *)", "2024-06-01T00:00", "2024-06-14T08:00"],
    ["cron(15 10 ? * 6L *)", "2024-06-01T00:00", "2024-06-28T10:15"],
    ["cron(15 10 ? * FRIL *)", "2024-06-01T00:00", "2024-06-28T10:15"],
    ["cron(0 9 ? * MON#1 *)", "2024-06-04T00:00", "2024-07-01T09:00"],
    ["cron(0 9 ? * 2#5 *)", "2024-06-04T00:00", "2024-07-29T09:00"],
    ["cron(0 9 ? * L *)", "2024-06-03T00:00", "2024-06-08T09:00"],
    ["cron(0 18 ? * MON-FRI *)", "2024-06-07T18:00", "2024-06-10T18:00"],
    ["cron(0/15 8-17 ? JAN,JUN TUE *)", "2024-06-04T17:45", "2024-06-11T08:00"],
    ["cron(0 0 1 1 ? 2024)", "2024-01-01T00:00", undefined],
    ["cron(0 0 1 1 ? 2030-2031)", "2024-01-01T00:00", "2030-01-01T00:00"],
  ])("%s after %s is %s", (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it("follows the wall clock of its time zone through summer time", () => {
    expect(next("cron(0 9 * * ? *)", "2024-03-30T09:00", "Europe/Berlin")).toBe("2024-03-31T07:00");
    expect(next("cron(0 9 * * ? *)", "2024-10-26T12:00", "Europe/Berlin")).toBe("2024-10-27T08:00");
    expect(next("cron(0 9 * * ? *)", "2024-01-01T00:00", "Asia/Kathmandu")).toBe("2024-01-01T03:15");
  });

  it("skips a time that clocks going forward leave out", () => {
    expect(next("cron(30 2 * * ? *)", "2024-03-30T12:00", "Europe/Berlin")).toBe("2024-04-01T00:30");
  });

  it("fires once for a time that clocks going back show twice", () => {
    expect(next("cron(30 2 * * ? *)", "2024-10-26T12:00", "Europe/Berlin")).toBe("2024-10-27T00:30");
    expect(next("cron(30 2 * * ? *)", "2024-10-27T00:30", "Europe/Berlin")).toBe("2024-10-28T01:30");
  });
});

describe("rate and at", () => {
  it.each([
    ["rate(1 minute)", "2024-01-01T00:00:30", "2024-01-01T00:01"],
    ["rate(5 minutes)", "2024-01-01T00:05:00", "2024-01-01T00:10"],
    ["rate(12 hours)", "2024-01-01T11:00", "2024-01-01T12:00"],
    ["rate(1 day)", "2024-01-01T11:00", "2024-01-02T00:00"],
    ["at(2024-05-01T10:00:00)", "2024-01-01T00:00", "2024-05-01T10:00"],
    ["at(2024-05-01T10:00:00)", "2024-05-01T10:00", undefined],
  ])("%s after %s is %s", (expression, after, expected) => {
    expect(next(expression, after)).toBe(expected);
  });

  it("at() is a time of its zone", () => {
    expect(next("at(2024-05-01T10:00:00)", "2024-01-01T00:00", "America/New_York")).toBe("2024-05-01T14:00");
  });
});

describe("a schedule is refused", () => {
  it.each([
    ["cron(0 0 * * * *)", "exactly one"],
    ["cron(0 0 ? * ? *)", "exactly one"],
    ["cron(0 0 * * ?)", "6 fields"],
    ["cron(60 0 * * ? *)", "minutes"],
    ["cron(0 24 * * ? *)", "hours"],
    ["cron(0 0 32 * ? *)", "day-of-month"],
    ["cron(0 0 L-3 * ? *)", "day-of-month"],
    ["cron(0 0 * 13 ? *)", "month"],
    ["cron(0 0 ? * 0 *)", "day-of-week"],
    ["cron(0 0 ? * 2#1,3#1 *)", "day-of-week"],
    ["cron(0 0 * * ? 1969)", "year"],
    ["cron(0/0 0 * * ? *)", "step"],
    ["cron(0 20-10 * * ? *)", "ends before"],
    ["rate(1 minutes)", "singular"],
    ["rate(5 minute)", "singular"],
    ["rate(0 minutes)", "no rate"],
    ["rate(5 weeks)", "no rate"],
    ["at(2024-02-30T00:00:00)", "no time"],
    ["every day", "neither"],
  ])("%s: %s", (expression, reason) => {
    expect(validateSchedule(expression)).toContain(reason);
  });

  it("with an unknown time zone", () => {
    expect(() => nextFire("cron(0 9 * * ? *)", "Europe/Atlantis", 0)).toThrow("no time zone");
  });
});
