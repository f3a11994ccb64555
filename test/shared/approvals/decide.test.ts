import { approvedBy, awaited, dueAt, electorate } from "../../../shared/approvals/approval.ts";
import { askMore, passTime, voided, vote } from "../../../shared/approvals/decide.ts";
import { withDeputies } from "../../../shared/approvals/delegation.ts";
import { resolvePolicy } from "../../../shared/approvals/resolve.ts";
import { asked, hoursLater, start, step, voting } from "./given.ts";

const any = { kind: "any" } as const;
const refused = (code: string) => expect.objectContaining({ code });

describe("a question put to people", () => {
  test("goes from step to step, and each waits for the one before", () => {
    const question = asked(step(1, any), step(2, { kind: "all" }));
    expect(awaited(question)).toEqual({ people: ["p1"], roles: [] });
    const second = vote(question, voting("p1"));
    expect(awaited(second)).toEqual({ people: ["p1", "p2"], roles: [] });
    const done = vote(vote(second, voting("p2")), voting("p1"));
    expect(done.state).toBe("approved");
    expect(approvedBy(done)).toEqual(["p1", "p2"]);
  });

  test("without a step is approved at once", () => {
    expect(asked().state).toBe("approved");
  });

  test("takes a decision that is given again for the one it was, also when it is over", () => {
    const done = vote(asked(step(2, any)), voting("p1"));
    expect(vote(done, voting("p1"))).toBe(done);
  });

  test("does not take a click that was meant for one step as a decision on the next", () => {
    const second = vote(asked(step(1, any), step(1, any)), voting("p1", "approve", { step: 1 }));
    expect(vote(second, voting("p1", "approve", { step: 1 }))).toBe(second);
    expect(second.state).toBe("pending");
  });

  test("lets nobody change their mind", () => {
    const once = vote(asked(step(2, { kind: "all" })), voting("p1"));
    expect(() => vote(once, voting("p1", "reject"))).toThrow(refused("rule_violation"));
  });

  test("is decided by nobody who is not asked, and not by who asks", () => {
    const question = asked(step(2, any, { seats: [{ id: "1", role: "boss" }] }));
    expect(() => vote(question, voting("p9"))).toThrow(refused("forbidden"));
    expect(() => vote(question, voting("asker", "approve", { roles: ["boss"] }))).toThrow(
      refused("forbidden"),
    );
    expect(vote(question, voting("p9", "approve", { roles: ["boss"] })).state).toBe("approved");
  });

  test("is decided by nobody after it ended", () => {
    const done = vote(asked(step(2, any)), voting("p1", "approve"));
    expect(() => vote(done, voting("p2"))).toThrow(refused("illegal_transition"));
    const over = voided(asked(step(2, any)), hoursLater(1));
    expect(() => vote(over, voting("p2"))).toThrow(refused("illegal_transition"));
    expect(over.state).toBe("void");
  });

  test("reminds again and again, and expires once", () => {
    const question = asked(step(1, any, { remindHours: 2, expiresHours: 5 }));
    expect(dueAt(question)).toBe(hoursLater(2));
    expect(passTime(question, hoursLater(1))).toBeUndefined();
    const reminded = passTime(question, hoursLater(2));
    expect(reminded?.what).toBe("reminded");
    expect(dueAt(reminded?.approval)).toBe(hoursLater(4));
    const expired = passTime(question, hoursLater(5));
    expect(expired?.approval.state).toBe("expired");
    expect(passTime(expired?.approval ?? question, hoursLater(6))).toBeUndefined();
  });

  test("is not decided after its time, also before anybody has noticed", () => {
    const question = asked(step(1, any, { expiresHours: 1 }));
    expect(() => vote(question, voting("p1"))).toThrow(refused("illegal_transition"));
  });

  test("that was approved is open again for steps that are added", () => {
    const done = vote(asked(step(1, any)), voting("p1"));
    const more = askMore(done, [step(1, any)], hoursLater(2));
    expect(more.state).toBe("pending");
    expect(more).not.toHaveProperty("endedAt");
    expect(vote(more, voting("p1", "approve", { now: hoursLater(3) })).state).toBe("approved");
  });
});

describe("who stands in for somebody", () => {
  const away = { personId: "p1", toId: "p7", from: start, until: hoursLater(10) };

  test("decides in their seat while they are away, and is named as having done so", () => {
    const question = withDeputies(asked(step(1, any)), [away]);
    expect(awaited(question).people).toEqual(["p1", "p7"]);
    const done = vote(question, voting("p7"));
    expect(done.steps[0]?.ballots[0]).toMatchObject({ personId: "p7", onBehalfOf: "p1" });
    expect(electorate(done)).toEqual(["p1", "p7"]);
  });

  test("does not before or after, nor when they ask for it themselves", () => {
    const question = withDeputies(asked(step(1, any)), [away]);
    const late = voting("p7", "approve", { now: hoursLater(10) });
    expect(() => vote(question, late)).toThrow(refused("forbidden"));
    const own = withDeputies(asked(step(1, any)), [{ ...away, toId: "asker" }]);
    expect(awaited(own).people).toEqual(["p1"]);
  });
});

describe("a policy", () => {
  const find = async ({ kind }: { kind: string }) => (kind === "team" ? ["p1", "asker", "p2"] : []);
  const policy = (approvers: object[], rule: object = any) =>
    ({ steps: [{ name: "Step", approvers, rule, oneRejectionEnds: false }] }) as never;

  test("seats everybody once, and nobody who is barred", async () => {
    const approvers = [
      { kind: "team", id: "network" },
      { kind: "person", id: "p2" },
      { kind: "role", id: "boss" },
    ];
    const [resolved] = await resolvePolicy(policy(approvers), ["asker"], find);
    expect(resolved?.seats).toEqual([
      { id: "1", personId: "p1", via: "team:network" },
      { id: "2", personId: "p2", via: "team:network" },
      { id: "3", role: "boss" },
    ]);
  });

  test("is refused where nobody is left to decide, or fewer than are needed", async () => {
    const nobody = resolvePolicy(policy([{ kind: "manager" }]), [], find);
    await expect(nobody).rejects.toEqual(refused("rule_violation"));
    const few = resolvePolicy(
      policy([{ kind: "team", id: "x" }], { kind: "quorum", count: 3 }),
      ["asker"],
      find,
    );
    await expect(few).rejects.toEqual(refused("rule_violation"));
  });
});
