import { delegate, renewDeputies } from "../../../services/change/decisions/delegate.ts";
import { DelegationFields } from "../../../services/change/delegation.ts";
import { changeEdges } from "../../../services/change/edges.ts";
import { now, opened, through } from "./given.ts";
import { assessed, said, submitted } from "./steps.ts";

const absence = { personId: "boss", toId: "vice", from: now, until: "2027-02-01T00:00:00.000Z" };
const waiting = through(opened(), submitted, assessed);
const renewed = through(waiting, (change) => renewDeputies(change, [absence]));

describe("a delegation", () => {
  test("lets the deputy decide in the seat of who is away, and in their name", () => {
    const after = through(renewed, said("vice"));
    expect(after.state).toBe("scheduled");
    expect(after.approval?.steps[0]?.ballots[0]).toMatchObject({ personId: "vice", onBehalfOf: "boss" });
  });

  test("asks the deputy besides, and is told once", () => {
    const targets = changeEdges(renewed).map(({ target }) => target);
    expect(targets).toEqual(expect.arrayContaining(["approver#boss", "approver#vice"]));
    expect(renewDeputies(renewed, [absence])).toEqual([]);
  });

  test("that ended lets nobody decide any more", () => {
    const ended = through(renewed, (change) => renewDeputies(change, []));
    expect(() => said("vice")(ended)).toThrow(expect.objectContaining({ code: "forbidden" }));
  });

  test("gives nobody who asks for the change a voice in it", () => {
    const toRequester = through(waiting, (change) => renewDeputies(change, [{ ...absence, toId: "ann" }]));
    expect(() => said("ann")(toRequester)).toThrow(expect.objectContaining({ code: "forbidden" }));
  });

  test("changes nothing where nothing waits any more", () => {
    expect(renewDeputies(through(renewed, said("boss")), [])).toEqual([]);
  });

  test("is for another person and a time to come", () => {
    const made = (fields: object) =>
      delegate("CDG0000001", DelegationFields.parse({ ...absence, ...fields }), "boss", now);
    const refused = expect.objectContaining({ code: "rule_violation" });
    expect(() => made({ toId: "boss" })).toThrow(refused);
    expect(() => made({ from: "2026-01-01T00:00:00Z", until: "2026-02-01T00:00:00Z" })).toThrow(refused);
    expect(made({})[0]?.changes).toMatchObject({ personId: "boss", state: "active" });
  });
});
