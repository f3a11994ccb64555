import { isAskedOf, questionsOf, waitingFor } from "../../../services/portal/src/parts/approvals/awaiting.ts";

const seat = (who: object) => ({ id: JSON.stringify(who), ...who });
const asking = (seats: readonly object[], { barred = [] as string[], voted = [] as string[] } = {}) => ({
  round: 1,
  state: "pending" as const,
  askedAt: "2026-03-02T09:00:00.000Z",
  barred,
  steps: [
    {
      name: "Approval",
      rule: { kind: "all" as const },
      oneRejectionEnds: true,
      state: "open" as const,
      needed: seats.length,
      seats: seats.map(seat),
      ballots: voted.map((personId) => ({
        seat: seat({ personId }).id,
        personId,
        verdict: "approve" as const,
        at: "2026-03-02T10:00:00.000Z",
        channel: "api" as const,
      })),
    },
  ],
});

const cem = { id: "cem", roles: ["employee", "change-manager"] };

describe("what waits for a person's decision", () => {
  it("is asked for by their name and by each of their roles", () => {
    expect(waitingFor(cem)).toEqual([
      { approverId: "cem" },
      { approverRole: "employee" },
      { approverRole: "change-manager" },
    ]);
  });

  it("is what is put to them, to a role of theirs, or to somebody whose deputy they are", () => {
    expect(isAskedOf(asking([{ personId: "cem" }]), cem)).toBe("yes");
    expect(isAskedOf(asking([{ role: "change-manager" }]), cem)).toBe("yes");
    const deputies = [
      { personId: "cem", from: "2026-03-01T00:00:00.000Z", until: "2026-03-09T00:00:00.000Z" },
    ];
    expect(isAskedOf(asking([{ personId: "pia", deputies }]), cem)).toBe("yes");
    expect(isAskedOf(asking([{ personId: "pia" }, { role: "admin" }]), cem)).toBe("no");
    expect(isAskedOf(undefined, cem)).toBe("no");
  });

  it("waits no more once they have decided", () => {
    expect(isAskedOf(asking([{ personId: "cem" }], { voted: ["cem"] }), cem)).toBe("no");
  });

  it("is for somebody else to decide where they ask for it themselves", () => {
    expect(isAskedOf(asking([{ role: "change-manager" }], { barred: ["cem"] }), cem)).toBe("barred");
  });
});

describe("a change asks", () => {
  const exceptionFor = (approval: ReturnType<typeof asking>, state: "asked" | "granted" = "asked") => ({
    freezeIds: ["CHF0000001"],
    from: "2026-12-24T20:00:00.000Z",
    to: "2026-12-24T22:00:00.000Z",
    reason: "A hole in the firewall",
    state,
    approval,
  });
  const mine = asking([{ role: "change-manager" }]);
  const theirs = asking([{ role: "admin" }]);

  it("whether it may be done, whether it may be done in a freeze, or both, each by itself", () => {
    expect(questionsOf({ state: "authorize", approval: mine }, cem)).toEqual([
      { about: "change", isBarred: false },
    ]);
    expect(questionsOf({ state: "authorize", approval: theirs, exception: exceptionFor(mine) }, cem)).toEqual(
      [{ about: "exception", isBarred: false }],
    );
    expect(
      questionsOf({ state: "authorize", approval: mine, exception: exceptionFor(mine) }, cem).map(
        ({ about }) => about,
      ),
    ).toEqual(["change", "exception"]);
  });

  it("nothing that is settled: approved and scheduled, or excepted already", () => {
    expect(questionsOf({ state: "scheduled", approval: mine }, cem)).toEqual([]);
    expect(questionsOf({ state: "scheduled", exception: exceptionFor(mine, "granted") }, cem)).toEqual([]);
  });
});
