import type { Random } from "./machine/random.ts";

const stops = { state: ["resolved", "closed", "cancelled"] };
const pauses = [{ state: ["on_hold"], holdReason: ["awaiting_caller", "awaiting_vendor"] }];

/** What an agreement says of incidents: short, so that points fall between what people do. */
export const agreedTerms = (random: Random, calendarId: string | undefined) => ({
  kind: "incident",
  where: random.pick<object>([{}, {}, { priority: [1, 2, 3] }, { teamId: ["desk"] }]),
  metrics: [
    {
      metric: "resolve",
      target: { amount: random.pick([0, 5, 20, 90, 600]), unit: "minutes" },
      ...(calendarId === undefined ? {} : { calendarId }),
      pauses,
      stops,
      again: random.pick(["continue", "continue", "restart"]),
      points: [
        { id: "half", at: { percent: 50 } },
        { id: "late", at: { minutesAfter: 10 }, actions: [{ do: "raise" }] },
      ],
      onBreach: random.pick<readonly object[]>([[], [{ do: "reassign", teamId: "network" }]]),
    },
    {
      metric: "respond",
      target: { amount: 3, unit: "minutes" },
      stops: { state: ["in_progress", ...stops.state] },
    },
  ],
});
