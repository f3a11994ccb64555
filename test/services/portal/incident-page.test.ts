import { isOver } from "../../../services/portal/src/pages/incidents/is-over.ts";
import {
  blankReport,
  reportDraft,
  withTemplate,
} from "../../../services/portal/src/pages/report/report-draft.ts";
import { ciOptions } from "../../../services/portal/src/parts/form/ci-options.ts";

describe("an incident", () => {
  it("takes nothing more once it is closed or cancelled", () => {
    expect(isOver({ state: "closed" })).toBe(true);
    expect(isOver({ state: "cancelled" })).toBe(true);
    expect(isOver({ state: "resolved" })).toBe(false);
  });

  it("takes more of its caller when it was merged into another one", () => {
    expect(isOver({ state: "cancelled", mergedInto: "INC0000001" })).toBe(false);
  });
});

describe("affected items", () => {
  const nameOf = (id: string): string => ({ CI0000001: "vpn-gateway-1" })[id] ?? id;

  it("are chosen by name, and stay while others are looked for", () => {
    const found = [{ id: "CI0000002", name: "vpn-gateway-2" }];
    expect(ciOptions(["CI0000001"], found, "vpn", nameOf)).toEqual([
      { value: "CI0000001", label: "vpn-gateway-1", description: "CI0000001" },
      { value: "CI0000002", label: "vpn-gateway-2", description: "CI0000002" },
    ]);
  });

  it("are taken by number, too", () => {
    expect(ciOptions([], [], "ci0000007", nameOf).map(({ value }) => value)).toEqual(["CI0000007"]);
  });
});

describe("a report that is begun with a title", () => {
  it("is another one than that which was begun without", () => {
    expect(reportDraft("printer")).not.toBe(reportDraft(""));
    expect(reportDraft("printer")).not.toBe(reportDraft("vpn"));
  });

  it("takes from a template what that says, and keeps what it leaves open", () => {
    const typed = { ...blankReport(""), description: "Since Monday", urgency: "1" };
    const template = { id: "TPL0000001", fields: { title: "Printer does not print", impact: 2 as const } };
    expect(withTemplate(typed, template)).toEqual({
      ...typed,
      templateId: "TPL0000001",
      title: "Printer does not print",
      impact: "2",
    });
  });
});
