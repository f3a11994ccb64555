import type { Ask } from "./ask.ts";

type PastProblem = {
  readonly on: number;
  readonly title: string;
  readonly category: string;
  readonly serviceId: string;
  readonly ciIds: readonly string[];
  readonly teamId: string;
  readonly impact: number;
  readonly urgency: number;
  /** Evening on which it is resolved; absent: it is still open. */
  readonly resolvedOn?: number;
  readonly fix?: string;
};

const problems: readonly PastProblem[] = [
  {
    on: 1,
    title: "Accounts are locked in every holiday",
    category: "access",
    serviceId: "identity",
    ciIds: ["identity-app"],
    teamId: "platform",
    impact: 3,
    urgency: 3,
    resolvedOn: 8,
    fix: "Passwords end on working days only.",
  },
  {
    on: 4,
    title: "Search misses products that are hours old",
    category: "software",
    serviceId: "shop",
    ciIds: ["search-index"],
    teamId: "webshop",
    impact: 2,
    urgency: 3,
  },
  {
    on: 9,
    title: "Checkout fails under load since 6.0",
    category: "software",
    serviceId: "shop",
    ciIds: ["checkout"],
    teamId: "webshop",
    impact: 1,
    urgency: 1,
    resolvedOn: 14,
    fix: "Connections to pricing are pooled.",
  },
  {
    on: 11,
    title: "Payment provider answers late in the evening",
    category: "software",
    serviceId: "shop",
    ciIds: ["payment"],
    teamId: "webshop",
    impact: 2,
    urgency: 2,
    resolvedOn: 17,
    fix: "A second provider takes over after five seconds.",
  },
  {
    on: 14,
    title: "Consumers of the message broker stop",
    category: "software",
    serviceId: "shop",
    ciIds: ["broker"],
    teamId: "platform",
    impact: 2,
    urgency: 2,
    resolvedOn: 17,
    fix: "They restart by themselves.",
  },
  {
    on: 19,
    title: "Wi-Fi on floor 2 is slow in the afternoon",
    category: "network",
    serviceId: "vpn",
    ciIds: ["ap-2"],
    teamId: "network",
    impact: 3,
    urgency: 3,
  },
];

/** The problems of the past as steps of evenings. */
export const pastProblems = (ask: Ask) => {
  const due = new Map<number, (() => Promise<unknown>)[]>();
  const at = (day: number, work: () => Promise<unknown>) => due.set(day, [...(due.get(day) ?? []), work]);
  for (const { on, resolvedOn, fix, ...fields } of problems)
    at(on, async () => {
      const { id } = await ask("pia.problem", "POST", "/api/problems", fields);
      const does = (verb: string, body: unknown = {}) =>
        ask("pia.problem", "POST", `/api/problems/${id}/${verb}`, body);
      await does("analyse");
      if (resolvedOn === undefined) return;
      at(resolvedOn, async () => {
        await does("fix");
        await does("resolve", { text: fix });
      });
    });
  return (day: number): readonly (() => Promise<unknown>)[] => due.get(day) ?? [];
};
