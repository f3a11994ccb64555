import { viewChange } from "../../../services/change/access.ts";
import { requestImpact, storeImpact } from "../../../services/change/decisions/impact.ts";
import { isImpactKnown } from "../../../services/change/decisions/known-impact.ts";
import { impactOf, on, opened, person, through } from "./given.ts";

const refused = (code: string) => expect.objectContaining({ code });

const step = (ciId: string) => ({ ciId, name: ciId });
const summary = impactOf(["gateway-1"], ["vpn"], {
  services: [{ id: "vpn", name: "VPN", criticality: "high", ownerId: "olga" }],
  countsByClass: { server: 3 },
  paths: Array.from({ length: 10 }, () => [step("gateway-1"), step("vpn")]),
});
const told = (change: ReturnType<typeof opened>) => storeImpact(change, 9, summary);

describe("what depends on a change's CIs", () => {
  test("is asked for anew by hand, where it names any and is not over", () => {
    const asked = requestImpact.decide(opened(), {}, on({}));
    expect(asked.map(({ event }) => event.type)).toEqual(["ChangeImpactRequested"]);
    expect(() => requestImpact.decide(opened({ ciIds: [] }), {}, on({}))).toThrow(refused("rule_violation"));
    const over = { ...opened(), state: "closed" as const };
    expect(() => requestImpact.decide(over, {}, on({}))).toThrow(refused("illegal_transition"));
  });

  test("is kept with the owners of services, counts by class and the ways there", () => {
    const { impacted } = through(opened(), told);
    expect(impacted).toMatchObject({
      services: [{ id: "vpn", ownerId: "olga" }],
      countsByClass: { server: 3 },
    });
    expect(impacted?.paths).toHaveLength(5);
  });

  test("counts as known where the service was looked at together with the CIs", () => {
    const change = opened({ serviceId: "CI0000009" });
    const together = impactOf([...change.ciIds, "CI0000009"], ["vpn"]);
    expect(isImpactKnown(through(change, (c) => storeImpact(c, 9, together)))).toBe(true);
    expect(isImpactKnown(through(opened(), (c) => storeImpact(c, 9, together)))).toBe(false);
  });

  test("shows who only decides which services it reaches, and no ways through the CMDB", () => {
    const change = { ...through(opened(), told), requesterId: "eve" };
    const seen = viewChange(person("eve"), change)?.impacted;
    expect(seen).toMatchObject({ services: [{ id: "vpn", name: "VPN" }], impactedCount: 1 });
    expect([seen?.paths, seen?.countsByClass, seen?.services[0]?.ownerId]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(viewChange(person("ann", "agent"), change)?.impacted?.paths).toHaveLength(5);
  });
});
