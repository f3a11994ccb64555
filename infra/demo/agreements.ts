/** The demo company's days off; each is a `POST /holiday-lists`. */
export const holidays = {
  name: "Norway",
  holidays: [
    { monthDay: "01-01", name: "New Year's Day" },
    { monthDay: "05-01", name: "Labour Day" },
    { monthDay: "05-17", name: "Constitution Day" },
    { monthDay: "12-25", name: "Christmas Day" },
    { monthDay: "12-26", name: "Boxing Day" },
    { date: "2027-03-25", name: "Maundy Thursday" },
    { date: "2027-03-26", name: "Good Friday" },
    { date: "2027-03-29", name: "Easter Monday" },
    { date: "2027-05-06", name: "Ascension Day" },
    { date: "2027-05-17", name: "Whit Monday" },
  ],
};

const day = [["08:00", "16:00"]];

/** When the demo company's desk works. */
export const businessHours = (holidayListId: string) => ({
  name: "Business hours",
  description: "Monday to Friday in Oslo, half of Christmas Eve.",
  timeZone: "Europe/Oslo",
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
  specialDays: { "2026-12-24": [["08:00", "12:00"]], "2026-12-31": [["08:00", "12:00"]] },
  holidayListIds: [holidayListId],
});

type Amount = readonly [amount: number, unit: "minutes" | "hours" | "working_days"];

/** By priority: time to respond and to resolve; the first two run around the clock. */
const targets: readonly (readonly [priority: number, respond: Amount, resolve: Amount, always: boolean])[] = [
  [1, [15, "minutes"], [4, "hours"], true],
  [2, [30, "minutes"], [8, "hours"], true],
  [3, [4, "hours"], [3, "working_days"], false],
  [4, [1, "working_days"], [5, "working_days"], false],
  [5, [2, "working_days"], [10, "working_days"], false],
];

const points = [
  { id: "half", at: { percent: 50 }, actions: [{ do: "notify", to: ["assignee"] }] },
  { id: "late", at: { percent: 75 }, actions: [{ do: "notify", to: ["assignee", "lead"] }] },
];
const done = ["resolved", "closed", "cancelled"];
const waiting = { state: ["on_hold"], holdReason: ["awaiting_caller", "awaiting_evidence"] };

/** Which incidents are answered and solved by when. */
export const agreements = (calendarId: string) =>
  targets.map(([priority, respond, resolve, always]) => {
    const metric = (name: string, [amount, unit]: Amount, stops: readonly string[], again: string) => ({
      metric: name,
      again,
      target: { amount, unit },
      ...(always ? {} : { calendarId }),
      pauses: [waiting],
      stops: { state: stops },
      points,
      onBreach: [{ do: "notify", to: ["assignee", "lead"] }],
    });
    return {
      name: `Incidents of priority ${priority}`,
      kind: "incident",
      where: { priority: [priority] },
      metrics: [
        metric("respond", respond, ["in_progress", ...done], "stay"),
        metric("resolve", resolve, done, "continue"),
      ],
    };
  });
