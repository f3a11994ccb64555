import { AgreementFields } from "../../../services/service-level/agreement.ts";

const metric = { metric: "resolve", target: { amount: 8, unit: "hours" }, stops: { state: ["resolved"] } };
const agreement = { name: "Mail", kind: "incident", where: { serviceId: ["mail"] }, metrics: [metric] };
const withMetric = (more: object) => ({ ...agreement, metrics: [{ ...metric, ...more }] });

const refusedAt = (given: object): readonly string[] =>
  AgreementFields.safeParse(given).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("An agreement that can never do what it says is refused, by the place of what is wrong", () => {
  test.each([
    ["applies by a fact incidents do not have", { ...agreement, where: { vip: [true] } }, "where.vip"],
    [
      "applies by what moves clocks only",
      { ...agreement, where: { holdReason: ["awaiting_caller"] } },
      "where.holdReason",
    ],
    ["starts by what is fixed", withMetric({ starts: { priority: [1] } }), "metrics.0.starts.priority"],
    [
      "pauses by a misspelt fact",
      withMetric({ pauses: [{ state: ["on_hold"] }, { reason: ["vendor"] }] }),
      "metrics.0.pauses.1.reason",
    ],
    ["stops by a misspelt fact", withMetric({ stops: { status: ["resolved"] } }), "metrics.0.stops.status"],
    ["is settled at once", withMetric({ stops: {} }), "metrics.0.stops"],
    ["rests for ever", withMetric({ pauses: [{}] }), "metrics.0.pauses.0"],
    [
      "warns before it starts",
      withMetric({ points: [{ id: "early", at: { minutesBefore: 481 } }] }),
      "metrics.0.points.0.at.minutesBefore",
    ],
    [
      "raises a request, which has no urgency",
      {
        ...agreement,
        kind: "request",
        metrics: [{ ...metric, onBreach: [{ do: "reassign", teamId: "desk" }, { do: "raise" }] }],
      },
      "metrics.0.onBreach.1.do",
    ],
    [
      "raises a request on the way",
      {
        ...agreement,
        kind: "request",
        metrics: [{ ...metric, points: [{ id: "half", at: { percent: 50 }, actions: [{ do: "raise" }] }] }],
      },
      "metrics.0.points.0.actions.0.do",
    ],
  ])("it %s", (_, given, place) => expect(refusedAt(given)).toEqual([place]));

  test("what incidents tell is accepted", () => {
    expect(
      refusedAt({
        ...withMetric({ starts: { assigned: [true] }, pauses: [{ holdReason: ["awaiting_caller"] }] }),
        where: { priority: [1, 2], restricted: [false] },
      }),
    ).toEqual([]);
  });

  test("of kinds whose facts nobody declared yet every name is accepted", () => {
    expect(refusedAt({ ...agreement, kind: "change", where: { risk: ["high"] } })).toEqual([]);
  });
});
