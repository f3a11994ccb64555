import { judge } from "../../../infra/aws/rules/house-rules.ts";
import { Settings } from "../../../infra/aws/settings.ts";
import type { Service } from "../../../shared/service.ts";
import { services } from "./fixture/services.ts";
import { templatesOf } from "./support.ts";

const stacks = [...templatesOf(services, { sources: "test/infra/aws/fixture" })].map(([name, template]) => ({
  name,
  path: name,
  template: template.toJSON(),
}));
const findings = (declared: readonly Service[]): readonly string[] =>
  judge(stacks, declared, Settings.parse({})).map(({ message }) => message);

describe("the house rules", () => {
  it("find nothing in templates that were made from the declarations", () => {
    expect(findings(services)).toEqual([]);
  });

  it("refuse a subscription to an event that no service publishes", () => {
    const silent = services.map((service) =>
      service.name === "paper" ? { ...service, events: [] } : service,
    );
    expect(findings(silent)).toContain(
      "pencil/paper-torn waits for desk.paper PaperTorn.v1, which nobody publishes",
    );
  });

  it("miss the stack of a service that is declared", () => {
    const [first] = services;
    const more = [...services, { ...(first as Service), name: "eraser" }];
    expect(findings(more)).toContain("there is no table steward-eraser");
  });

  it("judge by the installation's own settings", () => {
    const trial = judge(stacks, services, Settings.parse({ ephemeral: true, logDays: 7, archiveDays: 1 }));
    expect(new Set(trial.map(({ rule }) => rule))).toEqual(new Set(["Table", "Log", "Archive"]));
  });
});
