import type { Random } from "./machine/random.ts";

type Kind = {
  readonly where: readonly object[];
  readonly ended: readonly string[];
  readonly begun: readonly string[];
  readonly pauses: readonly object[];
};

/** What records of each kind can be measured by: when their clocks rest, have begun to be worked on, and stop. */
const kinds: Readonly<Record<string, Kind>> = {
  incident: {
    where: [{}, {}, { priority: [1, 2, 3] }, { teamId: ["desk"] }],
    ended: ["resolved", "closed", "cancelled"],
    begun: ["in_progress"],
    pauses: [{ state: ["on_hold"], holdReason: ["awaiting_caller", "awaiting_vendor"] }],
  },
  problem: {
    where: [{}, { priority: [1, 2, 3] }],
    ended: ["resolved", "closed"],
    begun: ["assess", "root_cause_analysis", "fix_in_progress"],
    pauses: [],
  },
  change: {
    where: [{}, { type: ["normal", "emergency"] }],
    ended: ["review", "closed", "cancelled"],
    begun: ["authorize", "scheduled", "implement"],
    pauses: [{ state: ["authorize"] }],
  },
  request: {
    where: [{}],
    ended: ["complete", "incomplete", "cancelled", "rejected", "skipped"],
    begun: ["in_fulfilment"],
    pauses: [{ state: ["awaiting_approval"] }],
  },
};

/** What an agreement says of records of a kind: short, so that points fall between what people do. */
export const agreedTerms = (random: Random, calendarId: string | undefined) => {
  const kind = random.pick(["incident", "incident", "incident", "problem", "change", "request"]);
  const { where, ended, begun, pauses } = kinds[kind] as Kind;
  const isIncident = kind === "incident";
  return {
    kind,
    where: random.pick(where),
    metrics: [
      {
        metric: "resolve",
        target: { amount: random.pick([0, 5, 20, 90, 600]), unit: "minutes" },
        ...(calendarId === undefined ? {} : { calendarId }),
        pauses,
        stops: { state: ended },
        again: random.pick(["continue", "continue", "restart"]),
        points: [
          { id: "half", at: { percent: 50 } },
          { id: "late", at: { minutesAfter: 10 }, ...(isIncident ? { actions: [{ do: "raise" }] } : {}) },
        ],
        onBreach: isIncident
          ? random.pick<readonly object[]>([[], [{ do: "reassign", teamId: "network" }]])
          : [],
      },
      {
        metric: "respond",
        target: { amount: 3, unit: "minutes" },
        stops: { state: [...begun, ...ended] },
      },
    ],
  };
};
