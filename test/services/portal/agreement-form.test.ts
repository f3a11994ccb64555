import {
  agreementOf,
  emptyAgreement,
  typedAgreement,
} from "../../../services/portal/src/pages/service-levels/agreement-form.ts";
import {
  calendarOf,
  typedCalendar,
} from "../../../services/portal/src/pages/service-levels/calendar-form.ts";
import {
  readCondition,
  readHolidays,
  readWindows,
  Unreadable,
} from "../../../services/portal/src/pages/service-levels/plain-text.ts";

const frame = { id: "SLA0000001", version: 3, createdAt: "", updatedAt: "", state: "active" } as const;

describe("an agreement that is typed", () => {
  const agreement = {
    name: "Gold",
    kind: "incident",
    where: { priority: [1, 2], vip: [true], teamId: ["desk"] },
    internal: false,
    metrics: [
      {
        metric: "resolve",
        target: { amount: 3, unit: "working_days", endOfDay: true },
        calendarId: "CAL0000001",
        starts: { teamId: ["desk"] },
        pauses: [{ state: ["on_hold"], holdReason: ["awaiting_caller"] }, { state: ["new"] }],
        stops: { state: ["resolved", "closed"] },
        again: "restart",
        onBreach: [{ do: "raise", levels: 1 }],
        points: [
          { id: "late", at: { minutesAfter: 30 }, actions: [{ do: "notify", to: ["lead"] }] },
          { id: "half", at: { percent: 50 }, actions: [] },
        ],
      },
    ],
  } as const;

  it("is what it was, with all that the form does not show", () => {
    const body = agreementOf(typedAgreement({ ...frame, ...agreement }));
    const [metric] = body.metrics;
    expect({ ...body, metrics: [] }).toEqual({ ...agreement, metrics: [] });
    expect({ ...metric, points: [] }).toEqual({ ...agreement.metrics[0], points: [] });
    expect(metric?.points).toEqual(expect.arrayContaining([...agreement.metrics[0].points]));
  });

  it("warns at another time, or no more, when that is typed", () => {
    const typed = typedAgreement({ ...frame, ...agreement });
    const warned = (warnAt: string) =>
      agreementOf({ ...typed, metrics: typed.metrics.map((each) => ({ ...each, warnAt })) }).metrics[0]
        ?.points;
    expect(warned("80")).toContainEqual({ id: "half", at: { percent: 80 }, actions: [] });
    expect(warned("")?.map(({ id }) => id)).toEqual(["late"]);
  });

  it("begins with what most desks promise", () => {
    const { where, metrics } = agreementOf({ ...emptyAgreement(), name: "New" });
    expect(where).toEqual({ priority: [1, 2] });
    expect(metrics.map(({ metric }) => metric)).toEqual(["respond", "resolve"]);
  });
});

describe("a calendar that is typed", () => {
  const calendar = {
    ...frame,
    id: "CAL0000001",
    name: "Berlin",
    timeZone: "Europe/Berlin",
    week: {
      mon: [
        ["09:00", "12:00"],
        ["13:00", "17:00"],
      ],
      sat: [["10:00", "12:00"]],
    },
    holidays: [{ date: "2026-12-25", name: "Christmas" }, { monthDay: "01-01" }],
    specialDays: { "2026-12-24": [["09:00", "12:00"]], "2026-12-31": [] },
    holidayListIds: ["HOL0000001"],
    listedHolidays: [],
  } as const;

  it("is what it was", () => {
    const { name, timeZone, week, holidays, specialDays, holidayListIds } = calendar;
    const said = { name, timeZone, week, holidays, specialDays, holidayListIds };
    expect(calendarOf(typedCalendar(calendar))).toEqual(said);
  });

  it("names the line that cannot be read", () => {
    expect(() => readHolidays("2026-12-25 Christmas\nChristmas")).toThrow(new Unreadable("Christmas"));
    expect(() => readWindows("9 to 5")).toThrow(Unreadable);
    expect(() => readCondition("priority 1")).toThrow(Unreadable);
  });
});
