import {
  approveEdit,
  mustNotBeGuarded,
  proposeEdit,
  rejectEdit,
} from "../../../services/asset/decisions/propose-edit.ts";
import { applied, asset, on } from "./given.ts";

const refused = (code: string) => expect.objectContaining({ code });
const by = (id: string) => ({ ...on(), actor: { ...on().actor, id } });
const edits = { orderNumber: "P-7", tag: null };
const before = asset({ tag: "N1" });
const proposed = applied(before, proposeEdit.decide(before, { edits, reason: "As delivered" }, by("ann")));

describe("an edit that another one approves", () => {
  it("changes nothing until then", () => {
    expect(proposed).toMatchObject({ tag: "N1", proposal: { edits, by: "ann", reason: "As delivered" } });
    expect(proposed.orderNumber).toBeUndefined();
  });

  it("is done as it was proposed, and told as every edit is", () => {
    const decision = approveEdit.decide(proposed, {}, by("asta"));
    expect(decision.map(({ event }) => event.type)).toEqual(["AssetEditApproved", "AssetUpdated"]);
    const after = applied(proposed, decision);
    expect([after.orderNumber, after.tag, after.proposal]).toEqual(["P-7", undefined, undefined]);
  });

  it("is not approved by who proposed it", () => {
    expect(() => approveEdit.decide(proposed, {}, by("ann"))).toThrow(refused("forbidden"));
  });

  it("is void when it is rejected, and there is nothing to decide then", () => {
    const after = applied(proposed, rejectEdit.decide(proposed, { reason: "Wrong" }, by("asta")));
    expect([after.tag, after.proposal]).toEqual(["N1", undefined]);
    for (const decide of [
      () => approveEdit.decide(after, {}, by("asta")),
      () => rejectEdit.decide(after, { reason: "Wrong" }, by("asta")),
    ])
      expect(decide).toThrow(refused("illegal_transition"));
  });

  it("is one at a time, and no news where it changes nothing", () => {
    expect(() => proposeEdit.decide(proposed, { edits }, by("abe"))).toThrow(refused("rule_violation"));
    expect(proposeEdit.decide(before, { edits: { tag: "N1" } }, by("ann"))).toEqual([]);
  });

  it("is the only way to change what the rules say nobody changes alone", () => {
    const rules = { approvedFields: ["purchase" as const, "tag" as const] };
    expect(() => mustNotBeGuarded({ tag: null }, rules)).toThrow(refused("rule_violation"));
    expect(() => mustNotBeGuarded({ name: "x" }, rules)).not.toThrow();
  });
});
