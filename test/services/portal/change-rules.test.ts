import { templateLifecycle } from "../../../services/change/template.ts";
import {
  nthDay,
  rulePart,
  rulesBy,
  withParts,
} from "../../../services/portal/src/pages/change-rules/day-rule.ts";
import { templateActions, withLife } from "../../../services/portal/src/pages/change-rules/template-life.ts";
import { boardDecisionOf } from "../../../services/portal/src/pages/changes/board-decision-body.ts";
import { parseDayRule } from "../../../shared/time/day-rule.ts";

type Template = Parameters<typeof withLife>[0];
type Me = Parameters<typeof withLife>[1];

const me = (id: string, ...roles: string[]): Me => ({ id, roles }) as unknown as Me;
const template = (state: Template["state"], actions: readonly string[] = []): Template =>
  ({
    id: "CTP0000001",
    version: 1,
    name: "Patching",
    state,
    draftedBy: "nia.network",
    actions,
  }) as unknown as Template;

describe("rules of days in the portal", () => {
  it("begins with rules that the API takes", () => {
    const wrong = Object.values(rulesBy).filter((rule) => parseDayRule(rule) === undefined);
    expect(wrong).toEqual([]);
  });

  it("changes the part that a field shows and keeps the others", () => {
    const rule = withParts("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=SU", { BYDAY: "TU,TH" });
    expect(rule).toBe("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=SU");
    expect(withParts(rule, { INTERVAL: "" })).toBe("FREQ=WEEKLY;BYDAY=TU,TH;WKST=SU");
    expect(rulePart(rule, "UNTIL")).toBe("");
  });

  it.each([
    ["FREQ=MONTHLY;BYDAY=2TU", "2", "TU"],
    ["FREQ=MONTHLY;BYDAY=-1FR", "-1", "FR"],
    ["FREQ=MONTHLY;BYMONTHDAY=3", "1", "MO"],
  ])("reads which day %s means", (rule, nth, weekday) => {
    expect(nthDay(rule)).toEqual({ nth, weekday });
  });
});

describe("the governed life of a template in the portal", () => {
  it("has a way to every step of the life", () => {
    expect(templateActions.map(({ action }) => action).toSorted()).toEqual(
      Object.keys(templateLifecycle.transitions).toSorted(),
    );
  });

  it("lets whoever works with changes propose a draft and write another edition, and nothing else", () => {
    expect(withLife(template("draft"), me("ada.service", "agent")).actions).toEqual(["propose"]);
    expect(withLife(template("approved"), me("ada.service", "agent")).actions).toEqual(["redraft"]);
    expect(withLife(template("in_review"), me("ada.service", "agent")).actions).toEqual([]);
  });

  it("lets nobody approve what they wrote, and lists no step twice", () => {
    const reviewed = template("in_review", ["return", "approve", "retire"]);
    expect(withLife(reviewed, me("cem.change", "change-manager")).actions).toContain("approve");
    expect(withLife(reviewed, me("nia.network", "change-manager")).actions).not.toContain("approve");
    expect(withLife(template("draft", ["propose"]), me("cem.change", "change-manager")).actions).toEqual([
      "propose",
    ]);
  });
});

it("writes down what a board decided, and who of it decided otherwise", () => {
  expect(boardDecisionOf({ verdict: "approve" })).toEqual({ verdict: "approve" });
  expect(
    boardDecisionOf({
      verdict: "approve",
      comment: "After the backup",
      "otherwise.reject": ["pia.problem"],
      "otherwise.approve": ["cal.config"],
    }),
  ).toEqual({
    verdict: "approve",
    comment: "After the backup",
    otherwise: [{ personId: "pia.problem", verdict: "reject" }],
  });
});
