import { changeCounts, type KnownChange } from "../../../services/reporting/kinds/change.ts";
import { durationFigures, durationSums } from "../../../services/reporting/kinds/durations.ts";
import { incidentCounts, knownIncident } from "../../../services/reporting/kinds/incident.ts";
import { articleCounts, useCounts } from "../../../services/reporting/kinds/knowledge.ts";
import { type KnownProblem, problemCounts } from "../../../services/reporting/kinds/problem.ts";
import { type KnownRequest, requestCounts } from "../../../services/reporting/kinds/request.ts";
import { surveyCounts } from "../../../services/reporting/kinds/survey.ts";
import { incident } from "./given.ts";

const figuresOf = (counts: readonly { figure: string }[]): string[] => counts.map(({ figure }) => figure);
const counted = (more: Parameters<typeof incident>[1], moments = {}) =>
  incidentCounts("INC1", { sequence: 1, known: knownIncident(incident("INC1", more)), moments });

const openedAt = "2026-03-10T08:00:00.000Z";
const resolvedAt = "2026-03-11T09:30:00.000Z";
const level = { agreementId: "SLA1", metric: "resolve", internal: false, dueAt: "2026-03-10T12:00:00.000Z" };

describe("an incident counts", () => {
  test("as opened and open under its priority, team, service and category, until it is resolved", () => {
    const where = { priority: 2, teamId: "net", serviceId: "vpn", category: "network" };
    const [opened, open] = counted(where);
    const expected = { at: openedAt, level: "2", by: { team: "net", service: "vpn", category: "network" } };
    expect(opened).toMatchObject({ figure: "opened", ...expected });
    expect(open).toMatchObject({ figure: "open", isStock: true, ...expected });
    expect(figuresOf(counted({ ...where, state: "resolved", resolvedAt }))).toEqual(["opened", "resolved"]);
  });

  test("as open also under who works on it, and what is done under nobody's name", () => {
    const [opened, open] = counted({ assigneeId: "ann" });
    expect(open?.by).toMatchObject({ assignee: "ann" });
    expect(opened?.by).not.toHaveProperty("assignee");
    expect(counted({})[1]?.by).toMatchObject({ assignee: "-" });
  });

  test("under - where it has no team, service or category", () => {
    expect(counted({})[0]?.by).toEqual({ team: "-", service: "-", category: "-" });
  });

  test("with the minutes from its opening to its resolution", () => {
    const [, resolved] = counted({ state: "closed", resolvedAt, closedAt: resolvedAt });
    expect(resolved?.sums).toMatchObject({ minutes: 25.5 * 60 });
  });

  test("as open again once it is reopened", () => {
    expect(figuresOf(counted({ state: "in_progress", reopenCount: 1 }))).toEqual(["opened", "open"]);
  });

  test("as dropped when it was cancelled or is a duplicate, on the day that was said", () => {
    const moments = { dropped: { sequence: 2, at: resolvedAt } };
    const counts = counted({ state: "cancelled", mergedInto: "INC2" }, moments);
    expect(counts).toMatchObject([{ figure: "opened" }, { figure: "dropped", at: resolvedAt }]);
  });

  test("as overdue while it is open with a breached service level, and never once it is done", () => {
    expect(figuresOf(counted({ breaches: 1 }))).toEqual(["opened", "open", "overdue"]);
    expect(figuresOf(counted({ breaches: 1, state: "resolved", resolvedAt }))).not.toContain("overdue");
  });

  test("for each promise that is settled: kept when it stopped in time, broken from when its time was over", () => {
    const serviceLevels = [
      { ...level, state: "stopped", breached: false, stoppedAt: resolvedAt },
      { ...level, metric: "respond", state: "running", breached: true },
      { ...level, metric: "update", state: "running", breached: false },
    ];
    const counts = counted({ serviceLevels }).filter(({ name }) => name !== undefined);
    expect(counts).toMatchObject([
      { figure: "kept", name: "SLA1 resolve", at: resolvedAt, by: { agreement: "SLA1", metric: "resolve" } },
      { figure: "broken", name: "SLA1 respond", at: level.dueAt },
    ]);
  });

  test("for no promise between teams, and for none when it was cancelled", () => {
    const settled = { ...level, state: "stopped", breached: false, stoppedAt: resolvedAt };
    const internal = counted({ serviceLevels: [{ ...settled, internal: true }] });
    const cancelled = counted({ state: "cancelled", serviceLevels: [settled] });
    for (const counts of [internal, cancelled]) expect(figuresOf(counts)).not.toContain("kept");
  });

  test("nowhere while it is restricted", () => {
    expect(counted({ restricted: true, title: undefined, breaches: 2 })).toEqual([]);
  });
});

describe("a problem counts", () => {
  const problem: KnownProblem = {
    state: "new",
    title: "Gateway stops",
    priority: 2,
    openedAt,
  } as KnownProblem;
  const counts = (more: Partial<KnownProblem>) =>
    figuresOf(problemCounts("PRB1", { sequence: 1, known: { ...problem, ...more } }));

  test("as open until its cause is removed, or it is closed without a fix", () => {
    expect(counts({ state: "fix_in_progress" })).toEqual(["opened", "open"]);
    expect(counts({ state: "closed", resolvedAt })).toEqual(["opened", "resolved"]);
    expect(counts({ state: "closed", closedAt: resolvedAt })).toEqual(["opened", "dropped"]);
  });

  test("as a known error while that may be read", () => {
    expect(counts({ knownErrorAt: resolvedAt })).toEqual(["opened", "open", "known_error"]);
  });
});

describe("a change counts", () => {
  const change: KnownChange = { type: "normal", state: "new", title: "Renew", openedAt } as KnownChange;
  const counts = (more: Partial<KnownChange>, moments = {}) =>
    figuresOf(changeCounts("CHG1", { sequence: 1, known: { ...change, ...more }, moments }));

  test("as open until the work on it is over, and then by its outcome, reviewed or not", () => {
    expect(counts({ state: "implement" })).toEqual(["opened", "open"]);
    const done = { outcome: "failed", actualEnd: resolvedAt } as const;
    for (const state of ["review", "closed"] as const)
      expect(counts({ state, ...done })).toEqual(["opened", "failed", "done"]);
  });

  test("as dropped when it was cancelled, whatever its outcome would have been", () => {
    const moments = { cancelled: { sequence: 2, at: resolvedAt } };
    expect(counts({ state: "cancelled" }, moments)).toEqual(["opened", "dropped"]);
  });
});

describe("an item of a request counts", () => {
  const item = { requestId: "REQ1", title: "Monitor", catalogItemId: "CIT1", categoryId: "CCA1" };
  const counts = (state: KnownRequest["state"], endedAt?: string) =>
    requestCounts("RITM1", { sequence: 1, known: { ...item, state, placedAt: openedAt, endedAt } });

  test("as open from its order on, whoever still has to approve it, until it is over", () => {
    for (const state of ["awaiting_approval", "in_fulfilment"] as const)
      expect(figuresOf(counts(state))).toEqual(["opened", "open"]);
  });

  test("as fulfilled, not fulfilled or dropped when it is over, with the minutes from its order", () => {
    expect(counts("complete", resolvedAt)).toMatchObject([
      { figure: "opened" },
      { figure: "fulfilled", at: resolvedAt, by: { item: "CIT1" }, sums: { minutes: 25.5 * 60 } },
    ]);
    expect(figuresOf(counts("incomplete", resolvedAt))).toEqual(["opened", "unfulfilled"]);
    for (const state of ["rejected", "cancelled", "skipped"] as const)
      expect(figuresOf(counts(state, resolvedAt))).toEqual(["opened", "dropped"]);
  });
});

describe("a survey counts", () => {
  const about = { kind: "incident", id: "INC1" };
  const moments = { asked: { sequence: 1, at: openedAt }, answered: { sequence: 2, at: resolvedAt } };
  const counts = (score?: number) =>
    surveyCounts("CSAT1", { sequence: 2, known: { state: "answered", about, score }, moments });

  test("as asked, and with its score once it is answered", () => {
    expect(figuresOf(counts())).toEqual(["asked"]);
    expect(counts(5)).toMatchObject([
      { figure: "asked", at: openedAt },
      { figure: "answered", at: resolvedAt, sums: { score: 5 } },
      { figure: "satisfied" },
    ]);
    for (const score of [1, 2, 3]) expect(figuresOf(counts(score))).toContain("unsatisfied");
  });
});

describe("articles and their use count", () => {
  test("as published only while readers may read them", () => {
    const known = { state: "published", published: { at: openedAt, kind: "how_to", title: "VPN" } } as const;
    expect(figuresOf(articleCounts("ART1", { sequence: 1, known }))).toEqual(["published"]);
    expect(articleCounts("ART1", { sequence: 2, known: { state: "retired" } })).toEqual([]);
  });

  test("in one figure each, and a suggestion in none until it is settled", () => {
    const known = { articleId: "ART1", at: openedAt };
    expect(useCounts("RDG1", { sequence: 1, known })).toEqual([]);
    expect(useCounts("RDG1", { sequence: 2, known: { ...known, figure: "helped" } })).toMatchObject([
      { figure: "helped", at: openedAt, by: { article: "ART1" } },
    ]);
  });
});

describe("durations", () => {
  const total = (minutes: readonly number[]) => {
    const sums: Record<string, number> = { resolved: minutes.length };
    for (const each of minutes) {
      const until = new Date(Date.parse(openedAt) + each * 60_000).toISOString();
      for (const [name, amount] of Object.entries(durationSums(openedAt, until)))
        sums[`resolved.${name}`] = (sums[`resolved.${name}`] ?? 0) + amount;
    }
    return durationFigures(sums, "resolved");
  };

  test("have an exact mean, and percentiles that are right to about five percent", () => {
    const {
      mean,
      median = 0,
      percentile90 = 0,
    } = total([...Array(99).keys()].map((each) => (each + 1) * 10));
    expect(mean).toBe(500);
    expect(Math.abs(median / 500 - 1)).toBeLessThan(0.06);
    expect(Math.abs(percentile90 / 900 - 1)).toBeLessThan(0.06);
  });

  test("are absent where nothing was measured, and never below zero", () => {
    expect(total([])).toEqual({});
    expect(durationSums(resolvedAt, openedAt)).toEqual({ minutes: 0, h0: 1 });
  });
});
