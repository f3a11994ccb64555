import type { PolicyTerms } from "../../shared/targets/terms.ts";
import { CalendarTerms } from "../../shared/time/calendar.ts";

const day = [["08:00", "18:00"]];

/** The hours in which the replayed desk works on what is not urgent; the log names no zone. */
export const deskCalendar = CalendarTerms.parse({
  timeZone: "UTC",
  week: { mon: day, tue: day, wed: day, thu: day, fri: day },
});

const ended = ["resolved", "closed", "cancelled"];

type Promised = {
  readonly priority: number;
  readonly respondMinutes: number;
  readonly resolve: PolicyTerms["metrics"][number]["target"];
  readonly inHours: boolean;
};

/** What the replay promises by the log's priorities: the urgent around the clock, the rest in working hours. */
const promised: readonly Promised[] = [
  { priority: 1, respondMinutes: 15, resolve: { amount: 4, unit: "hours" }, inHours: false },
  { priority: 2, respondMinutes: 30, resolve: { amount: 8, unit: "hours" }, inHours: false },
  { priority: 3, respondMinutes: 240, resolve: { amount: 3, unit: "working_days" }, inHours: true },
  { priority: 4, respondMinutes: 480, resolve: { amount: 5, unit: "working_days" }, inHours: true },
];

/** Agreements as the API takes them; `calendarId` is the desk's calendar. */
export const deskAgreements = (calendarId: string): readonly (PolicyTerms & { readonly name: string })[] =>
  promised.map(({ priority, respondMinutes, resolve, inHours }) => {
    const usual = {
      ...(inHours ? { calendarId } : {}),
      starts: {},
      again: "continue" as const,
      onBreach: [],
    };
    return {
      name: `Priority ${priority}`,
      kind: "incident",
      where: { priority: [priority] },
      internal: false,
      metrics: [
        {
          ...usual,
          metric: "respond",
          target: { amount: respondMinutes, unit: "minutes" as const },
          pauses: [],
          stops: { state: ["in_progress", "on_hold", ...ended] },
          points: [],
        },
        {
          ...usual,
          metric: "resolve",
          target: resolve,
          pauses: [{ state: ["on_hold"] }],
          stops: { state: ended },
          points: [{ id: "late", at: { percent: 75 }, actions: [] }],
        },
      ],
    };
  });
