import { awaited } from "../../../shared/approvals/approval.ts";
import { vote } from "../../../shared/approvals/decide.ts";
import { asksOthers, handOverSeats, seatedLater, waitsFor } from "../../../shared/approvals/hand-over.ts";
import { asked, step, voting } from "./given.ts";

const all = { kind: "all" } as const;

describe("the seats of somebody who is gone", () => {
  test("are taken by who takes over, in this step and in later ones", () => {
    const question = asked(step(2, all), step(1, all));
    const given = handOverSeats(question, "p1", "q");
    expect(awaited(given).people.toSorted()).toEqual(["p2", "q"]);
    expect([waitsFor(question, "p1"), waitsFor(given, "p1"), waitsFor(given, "q")]).toEqual([
      true,
      false,
      true,
    ]);
    expect(asksOthers(question, given)).toBe(true);
    const second = vote(vote(given, voting("q")), voting("p2"));
    expect(awaited(second).people).toEqual(["q"]);
    expect(vote(second, voting("q")).state).toBe("approved");
  });

  test("are known in later steps, too, until those open", () => {
    const question = asked(step(1, all), step(2, all));
    expect(seatedLater(question)).toEqual(["p1", "p2"]);
    const second = vote(question, voting("p1"));
    expect([awaited(second).people, seatedLater(second)]).toEqual([["p1", "p2"], []]);
    expect(seatedLater({ ...question, state: "rejected" })).toEqual([]);
  });

  test("keep a decision that was made", () => {
    const once = vote(asked(step(2, all)), voting("p1"));
    expect(handOverSeats(once, "p1", "q")).toEqual(once);
    expect(waitsFor(once, "p1")).toBe(false);
  });

  test("stay where who takes over asks for it, or sits there already: nobody has two voices", () => {
    const question = asked(step(2, all));
    expect(handOverSeats(question, "p1", "asker")).toEqual(question);
    const same = handOverSeats(question, "p1", "p2");
    expect(same).toEqual(question);
    expect(waitsFor(same, "p1")).toBe(true);
    expect(asksOthers(question, same)).toBe(false);
  });
});
