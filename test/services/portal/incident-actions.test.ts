import type { Incident } from "../../../services/portal/src/pages/incidents/incident.ts";
import { incidentActionsOf } from "../../../services/portal/src/pages/incidents/incident-actions.ts";
import { withWork } from "../../../services/portal/src/pages/incidents/with-work.ts";
import { allowedOf, itemsOf } from "../../../services/portal/src/parts/record/action.ts";
import type { Me } from "../../../services/portal/src/session/me.ts";

const person = (...roles: readonly string[]) => ({ id: "ada", teams: [], roles }) as unknown as Me;
const incident = (more: object = {}) =>
  ({
    id: "INC0000001",
    version: 1,
    state: "in_progress",
    actions: ["hold", "resolve"],
    ...more,
  }) as unknown as Incident;
const offered = (more: object, ...roles: readonly string[]) =>
  withWork(incident(more), person(...roles)).actions;
const bodyOf = (name: string, entered: Record<string, unknown>) =>
  incidentActionsOf(person("agent"))
    .find(({ action }) => action === name)
    ?.body?.(entered, incident());

describe("what is offered on an incident", () => {
  it("is no more than the API says to its caller", () => {
    expect(offered({ actions: ["cancel"] }, "employee")).toEqual(["cancel"]);
  });

  it("is tying, merging and converting for an agent, each where it makes sense", () => {
    expect(offered({}, "agent")).toEqual(
      expect.arrayContaining(["take", "link", "merge", "convert_problem", "follow", "propose_major"]),
    );
    expect(offered({}, "agent")).not.toContain("unlink");
    expect(offered({ links: [{ type: "problem", target: "PRB0000001" }] }, "agent")).toContain("unlink");
    expect(offered({ conversions: ["problem"] }, "agent")).not.toContain("convert_problem");
    expect(offered({ restricted: true }, "agent")).not.toContain("convert_problem");
    expect(offered({ mergedInto: "INC0000002", actions: ["unmerge"] }, "agent")).not.toContain("merge");
  });

  it("is following or following no more, never both", () => {
    expect(offered({ watchers: ["ada"] }, "agent")).toContain("unfollow");
    expect(offered({ watchers: ["ada"] }, "agent")).not.toContain("follow");
  });

  it("leaves decisions about major incidents to those who decide them", () => {
    expect(offered({ majorState: "proposed" }, "agent")).not.toContain("accept_major");
    expect(offered({ majorState: "proposed" }, "major-incident-manager")).toEqual(
      expect.arrayContaining(["accept_major", "reject_major"]),
    );
    expect(offered({ majorState: "accepted" }, "agent")).toEqual(
      expect.arrayContaining(["update_stakeholders", "mitigate_major"]),
    );
    expect(offered({ majorState: "accepted" }, "agent")).not.toContain("merge");
  });

  it("has an action behind every word", () => {
    const shown = withWork(incident({ majorState: "accepted" }), person("agent", "major-incident-manager"));
    const names = allowedOf(shown, incidentActionsOf(person("agent"))).map(({ action }) => action);
    expect([...names].toSorted()).toEqual([...(shown.actions ?? [])].toSorted());
  });
});

describe("what is sent for an action", () => {
  it("names the tie that was chosen to be removed", () => {
    expect(bodyOf("unlink", { tie: "caused_by_change CHG0000001" })).toEqual({
      type: "caused_by_change",
      target: "CHG0000001",
    });
  });

  it("has the lines of a review one by one", () => {
    expect(bodyOf("review_major", { summary: "It broke", causes: " a \n\nb", isComplete: true })).toEqual({
      summary: "It broke",
      wentWell: [],
      wentBadly: [],
      causes: ["a", "b"],
      isComplete: true,
    });
  });
});

describe("a list of actions", () => {
  it("has those of a group together, after the others", () => {
    const action = (name: string, group?: string) => ({
      action: name,
      text: name,
      route: "x" as never,
      ...(group ? { group } : {}),
    });
    expect(itemsOf([action("a", "G"), action("b"), action("c", "G")])).toEqual([
      { id: "b", text: "b" },
      {
        id: "group G",
        text: "G",
        items: [
          { id: "a", text: "a" },
          { id: "c", text: "c" },
        ],
      },
    ]);
  });
});
