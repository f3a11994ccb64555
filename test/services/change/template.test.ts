import { edit } from "../../../services/change/decisions/edit.ts";
import { OpenChange, openChange } from "../../../services/change/decisions/open.ts";
import * as decisions from "../../../services/change/decisions/template.ts";
import {
  type ChangeTemplate,
  fixedIn,
  TemplateFields,
  usableEdition,
} from "../../../services/change/template.ts";
import { applyOccurrence, type Decision } from "../../../shared/dynamo/record.ts";
import { folded, now, on } from "./given.ts";

type Step = (template: ChangeTemplate) => Decision<ChangeTemplate>;
const { approve, countUse, draft, propose, redraft, resume, rewrite } = decisions;
const refused = (code: string) => expect.objectContaining({ code });

const fields = TemplateFields.parse({
  name: "Server reboot",
  fields: { title: "Reboot a server", plans: { implementation: "Reboot" } },
  tasks: [{ title: "Reboot", offsetMinutes: 30, durationMinutes: 10 }],
});
const apply = (before: ChangeTemplate | undefined, decision: Decision<ChangeTemplate>) =>
  decision.reduce<ChangeTemplate | undefined>(
    (template, { changes }) => applyOccurrence<ChangeTemplate>(template, "CTP0000001", changes, now),
    before,
  ) as ChangeTemplate;
const through = (template: ChangeTemplate, ...steps: readonly Step[]) =>
  steps.reduce((current, step) => apply(current, step(current)), template);
const drafted = () => apply(undefined, draft("CTP0000001", fields, "ann"));
const proposed: Step = (template) => propose(template, "ann");
const approvedBy =
  (who: string): Step =>
  (template) =>
    approve(template, who);
const used =
  (changeId: string, failed: boolean, sequence = 5): Step =>
  (template) =>
    countUse(template, { changeId, sequence, failed });
const approved = () => through(drafted(), proposed, approvedBy("chad"));

describe("a template for standard changes", () => {
  test("is approved by somebody who has not written or proposed it", () => {
    expect(() => through(drafted(), proposed, approvedBy("ann"))).toThrow(refused("rule_violation"));
    expect(usableEdition(approved())?.edition).toBe(1);
    expect(usableEdition(drafted())).toBeUndefined();
  });

  test("stays in use while another edition is written, and then the other one is", () => {
    const writing = through(
      approved(),
      (t) => redraft(t, "ann"),
      (t) => rewrite(t, { ...fields, fields: { title: "Reboot two servers" } }, "ann"),
    );
    expect(usableEdition(writing)?.fields.title).toBe("Reboot a server");
    const second = through(writing, proposed, approvedBy("chad"));
    expect(usableEdition(second)).toMatchObject({ edition: 2, fields: { title: "Reboot two servers" } });
  });

  test("is suspended when too many of its last changes fail, also while another edition is written", () => {
    const failing = through(approved(), used("A", true), used("B", false), used("C", true));
    expect(failing.state).toBe("suspended");
    expect(usableEdition(failing)).toBeUndefined();
    const writing = through(approved(), (t) => redraft(t, "ann"), used("A", true), used("C", true));
    expect(writing.state).toBe("draft");
    expect(usableEdition(writing)).toBeUndefined();
  });

  test("counts a change once, by its newest word", () => {
    const once = through(approved(), used("A", true), used("A", true), used("A", true, 9));
    expect(once.uses).toHaveLength(1);
    const better = through(
      approved(),
      used("A", true),
      used("A", false, 9),
      used("A", true, 7),
      used("B", true),
    );
    expect(better.state).toBe("approved");
  });

  test("that is resumed begins to count anew", () => {
    const resumed = through(approved(), used("A", true), used("C", true), resume, used("D", true));
    expect(resumed.state).toBe("approved");
  });
});

describe("a standard change", () => {
  const edition = usableEdition(approved());
  const from = (body: object) =>
    openChange("CHG0000001", OpenChange.parse({ templateId: "CTP0000001", ...body }), on(), edition)[0]
      ?.changes;

  test("takes over what its template says, and its tasks at their time in the window", () => {
    const change = from({ plannedStart: "2027-01-09T20:00:00Z", plannedEnd: "2027-01-09T22:00:00Z" });
    expect(change).toMatchObject({ type: "standard", title: "Reboot a server", templateEdition: 1 });
    expect(change?.tasks?.[0]).toMatchObject({
      plannedStart: "2027-01-09T20:30:00.000Z",
      plannedEnd: "2027-01-09T20:40:00.000Z",
    });
  });

  test("says nothing otherwise than its template fixes it", () => {
    expect(() => from({ title: "Delete a server" })).toThrow(refused("rule_violation"));
    expect(() => from({ plans: { implementation: "Delete" } })).toThrow(refused("rule_violation"));
    expect(from({ title: "Reboot a server", ciIds: ["web-1"] })?.ciIds).toEqual(["web-1"]);
  });

  test("is about the service and the CIs that its template names, locked or not", () => {
    const own = { ...fields.fields, serviceId: "wiki", ciIds: ["wiki-1"] };
    const wiki = usableEdition(approved());
    const of = { ...(wiki as NonNullable<typeof wiki>), fields: own };
    expect(fixedIn(of)).toEqual(["title", "plans", "serviceId", "ciIds"]);
    const make = (body: object) =>
      openChange("CHG0000001", OpenChange.parse({ templateId: "CTP0000001", ...body }), on(), of);
    expect(() => make({ serviceId: "erp" })).toThrow(refused("rule_violation"));
    expect(() => make({ ciIds: ["erp-1"] })).toThrow(refused("rule_violation"));
    expect(make({})[0]?.changes).toMatchObject({ serviceId: "wiki", ciIds: ["wiki-1"] });
    const change = { ...folded(undefined, "CHG0000001", make({})), templateId: "CTP0000001" };
    expect(() => edit(fixedIn(of)).decide(change, { serviceId: null }, on(change))).toThrow(
      refused("rule_violation"),
    );
  });

  test("is not made without one", () => {
    const body = OpenChange.parse({ title: "Reboot", type: "standard" });
    expect(() => openChange("CHG0000001", body, on())).toThrow(refused("rule_violation"));
  });
});
