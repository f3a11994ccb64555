import fc from "fast-check";
import { fill, mayWriteReply, ReplyFields } from "../../../services/incident/canned-reply.ts";
import { OpenIncident, openIncident } from "../../../services/incident/decisions/open.ts";
import { TemplateFields, templateRecords } from "../../../services/incident/template.ts";
import { agent, applied, caller, on, opened, person } from "./given.ts";

const incident = opened({ title: "No {{caller}}" });
const reply = { name: "Thanks", text: "Dear {{caller}}, {{ incident.title }} is {{incident.id}}" };

describe("a canned reply", () => {
  it("has its placeholders filled once: what is put in stays as it is", () => {
    expect(fill(reply.text, { incident, actor: agent })).toBe("Dear caller, No {{caller}} is INC0000001");
  });

  it("leaves everything else alone, whatever stands there", () => {
    const property = fc.property(fc.string(), (text) => {
      fc.pre(!text.includes("{{"));
      expect(fill(text, { incident, actor: agent })).toBe(text);
    });
    fc.assert(property);
  });

  it.each(["{{secret}}", "{{constructor}}", "{{__proto__}}", "{{}}"])(
    "refuses %s, which nothing fills",
    (hole) => {
      expect(ReplyFields.safeParse({ ...reply, text: `Dear ${hole}` }).success).toBe(false);
      expect(fill(hole, { incident, actor: agent })).toBe(hole);
    },
  );

  it("is written by its team, and everybody's by curators", () => {
    expect(mayWriteReply(agent, { teamId: "desk" })).toBe(true);
    expect(mayWriteReply(agent, { teamId: "network" })).toBe(false);
    expect(mayWriteReply(agent, {})).toBe(false);
    expect(mayWriteReply(person("kim", ["knowledge-manager"]), {})).toBe(true);
  });
});

describe("a template", () => {
  const prefilled = TemplateFields.parse({
    name: "VPN",
    fields: { category: "network", impact: 1, urgency: 1, teamId: "network", ciIds: ["vpn"] },
  }).fields;
  const open = (report: object) =>
    applied(
      undefined,
      openIncident(
        "INC0000001",
        OpenIncident.parse({ title: "VPN", ...report }),
        on(caller),
        undefined,
        {},
        prefilled,
      ),
    );

  it("fills in what the report leaves open, also what only agents decide otherwise", () => {
    expect(open({})).toMatchObject({ category: "network", priority: 1, teamId: "network", ciIds: ["vpn"] });
  });

  it("never overrides what the report says, even if it says the usual", () => {
    expect(open({ impact: 3, ciIds: ["laptop"] })).toMatchObject({
      impact: 3,
      urgency: 1,
      ciIds: ["laptop"],
    });
  });

  it("is found by employees only if it is meant for them and in use", () => {
    const record = (more: object) =>
      ({
        id: "TPL0000001",
        state: "active",
        name: "VPN",
        fields: {},
        audience: "employee",
        ...more,
      }) as never;
    expect(templateRecords.view(caller, record({}))).toBeDefined();
    expect(templateRecords.view(caller, record({ audience: "agent" }))).toBeUndefined();
    expect(templateRecords.view(caller, record({ state: "retired" }))).toBeUndefined();
    expect(templateRecords.view(agent, record({ audience: "agent" }))).toBeDefined();
  });
});
