import { timelineFollows } from "../../../services/problem/clock-facts.ts";
import type { Problem } from "../../../services/problem/problem.ts";
import { problemClocks } from "../../../services/problem/service-levels.ts";
import { defaultSettings } from "../../../services/problem/settings.ts";
import { applyOccurrence, type Decision } from "../../../shared/dynamo/record.ts";
import { PolicyTerms } from "../../../shared/targets/terms.ts";
import { now, problem } from "./given.ts";

const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000);

/** An hour to a workaround; halfway it goes to another team, when it is over it is more urgent. */
const terms = {
  policies: [
    {
      id: "SLA0000001",
      name: "A workaround within an hour",
      version: 1,
      terms: PolicyTerms.parse({
        kind: "problem",
        where: { priority: [2, 3] },
        metrics: [
          {
            metric: "workAround",
            target: { amount: 1, unit: "hours" },
            stops: { hasWorkaround: [true] },
            points: [
              {
                id: "half",
                at: { percent: 50 },
                actions: [
                  { do: "reassign", teamId: "network" },
                  { do: "notify", to: ["lead"] },
                ],
              },
            ],
            onBreach: [{ do: "raise", levels: 2 }],
          },
        ],
      }),
    },
  ],
  calendars: new Map(),
};

const written = (before: Problem | undefined, decision: Decision<Problem>, when: Date): Problem =>
  decision.reduce<Problem | undefined>(
    (record, { changes }) =>
      applyOccurrence<Problem>(record, "PRB0000001", changes, when.toISOString(), timelineFollows),
    before,
  ) as Problem;
const swept = (one: Problem, minutes: number) => {
  const decision = problemClocks(terms, defaultSettings, at(minutes)).refresh(one);
  return {
    types: decision.map(({ event }) => event.type),
    by: new Set(decision.map(({ by }) => by?.actor.id)),
    problem: decision.length > 0 ? written(one, decision, at(minutes)) : one,
  };
};

describe("clocks of problems", () => {
  const begun = problem({ teamId: "desk", assigneeId: "pia" });

  test("run by the agreement that is about it, and its half and its end are told once, by time itself", () => {
    expect(swept(begun, 1).problem.serviceLevels).toMatchObject([{ metric: "workAround", state: "running" }]);
    const half = swept(begun, 31);
    expect([half.types, half.by]).toEqual([
      ["ProblemServiceLevelWarning", "ProblemAssigned"],
      new Set(["service:problem"]),
    ]);
    expect([half.problem.teamId, half.problem.assigneeId]).toEqual(["network", undefined]);
    expect(swept(half.problem, 40).types).toEqual([]);
    const late = swept(half.problem, 61);
    expect(late.types).toEqual(["ProblemServiceLevelBreached", "ProblemUpdated"]);
    expect(late.problem).toMatchObject({ urgency: 1, impact: 1, priority: 1 });
  });

  test("stop at the workaround, and are not about problems of another priority", () => {
    const workaround = { workaround: "Restart it" } as unknown as Partial<Problem>;
    const found = written(begun, [{ changes: workaround }] as unknown as Decision<Problem>, at(20));
    const stopped = swept(found, 90);
    expect(stopped.problem.serviceLevels).toMatchObject([{ state: "stopped", breached: false }]);
    expect(stopped.types).toEqual(["ProblemServiceLevelsChanged"]);
    expect(swept({ ...begun, priority: 5 }, 90).types).toEqual([]);
  });
});
