import { assessBody, changeActions } from "../../../services/portal/src/pages/changes/change-actions.ts";
import { tiesOf } from "../../../services/portal/src/pages/changes/ties.ts";
import { withMore } from "../../../services/portal/src/pages/changes/with-more.ts";
import { bodyOfFields, missingFields } from "../../../services/portal/src/parts/form/field-spec.ts";
import { fieldsOf } from "../../../services/portal/src/parts/record/action.ts";

type Change = Parameters<typeof withMore>[0];
type Approval = NonNullable<Change["approval"]>;

const asked = (more: Partial<Approval> = {}, step: Partial<Approval["steps"][number]> = {}): Approval => ({
  round: 1,
  state: "pending",
  askedAt: "2026-03-02T10:00:00.000Z",
  barred: ["nia.network"],
  steps: [
    {
      name: "Change authority",
      rule: { kind: "any" },
      oneRejectionEnds: false,
      state: "open",
      needed: 1,
      seats: [
        { id: "1", role: "change-manager" },
        {
          id: "2",
          personId: "pia.problem",
          deputies: [
            { personId: "ada.service", from: "2026-03-01T00:00:00Z", until: "2026-03-09T00:00:00Z" },
          ],
        },
      ],
      ballots: [],
      ...step,
    },
  ],
  ...more,
});

const change = (more: Partial<Change> = {}): Change =>
  ({
    id: "CHG0000001",
    version: 3,
    type: "normal",
    state: "authorize",
    links: [],
    actions: ["approve", "reject", "revise"],
    ...more,
  }) as unknown as Change;

const manager = { id: "cem.change", roles: ["employee", "change-manager"] };
const agent = { id: "ben.service", roles: ["employee", "agent"] };

describe("what a person may do with a change in the portal", () => {
  it("offers to decide to whom it waits for only", () => {
    const it = change({ approval: asked() });
    expect(withMore(it, manager, true).actions).toEqual(
      expect.arrayContaining(["approve", "reject", "abstain"]),
    );
    expect(withMore(it, agent, true).actions).not.toEqual(expect.arrayContaining(["approve"]));
    expect(withMore(it, agent, true).actions).toContain("revise");
  });

  it("offers an exception to ask for while it is planned, and to decide on to whom it was put", () => {
    const window = { plannedStart: "2026-03-10T20:00:00.000Z", plannedEnd: "2026-03-10T22:00:00.000Z" };
    expect(withMore(change(), agent, true).actions).not.toContain("askException");
    expect(withMore(change(window), agent, true).actions).toContain("askException");
    expect(withMore(change(window), agent, false).actions).not.toContain("askException");
    const exception = {
      freezeIds: ["CFZ0000001"],
      from: window.plannedStart,
      to: window.plannedEnd,
      reason: "The tax office waits",
      state: "asked",
      approval: asked(),
    } as const;
    const excepted = change({ ...window, exception });
    expect(withMore(excepted, agent, true).actions).not.toContain("askException");
    expect(withMore(excepted, manager, false).actions).toContain("approveException");
    const over = change({ ...window, exception: { ...exception, state: "refused" } });
    expect(withMore(over, agent, true).actions).toContain("askException");
    expect(withMore(over, manager, true).actions).not.toContain("approveException");
  });
});

describe("assessing a change in the portal", () => {
  const settings = {
    questions: [
      {
        id: "tested",
        text: "Was it tested?",
        options: [
          { value: "yes", label: "Yes.", risk: "low" },
          { value: "no", label: "No.", risk: "high" },
        ],
      },
    ],
    mustAnswer: true,
  } as unknown as NonNullable<Parameters<typeof changeActions>[0]>;
  const fields = (more: Partial<Change>) => {
    const assess = changeActions(settings).find(({ action }) => action === "assess");
    if (assess === undefined) throw new Error("no such action");
    return fieldsOf(assess, change(more));
  };

  it("asks every question that has to be answered, with what was answered before", () => {
    expect(missingFields(fields({}), {})).toEqual(["answers.tested"]);
    expect(missingFields(fields({ answers: { tested: "no" } }), {})).toEqual([]);
  });

  it("sends answers by question and the judgement beside them", () => {
    const entered = bodyOfFields(fields({}), { "answers.tested": "yes", risk: "high" });
    expect(assessBody(entered)).toEqual({ answers: { tested: "yes" }, risk: "high" });
    expect(assessBody(bodyOfFields(fields({}), {}))).toEqual({ answers: {} });
  });
});

it("shows everything that a change is tied to, and only links can be taken away", () => {
  const ties = tiesOf(
    change({
      parentId: "CHG0000002",
      comesAfter: ["CHG0000003"],
      links: [{ type: "problem", target: "PRB0000001" }],
    }),
    ["CHG0000004"],
  );
  expect(ties.map(({ target, href }) => [target, href])).toEqual([
    ["CHG0000002", "/changes/CHG0000002"],
    ["CHG0000003", "/changes/CHG0000003"],
    ["CHG0000004", "/changes/CHG0000004"],
    ["PRB0000001", "/problems/PRB0000001"],
  ]);
  expect(ties.filter(({ link }) => link !== undefined)).toHaveLength(1);
});
