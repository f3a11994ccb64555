import {
  editedChange,
  shownEdit,
  typedEdit,
} from "../../../services/portal/src/pages/changes/edited-change.ts";
import {
  type Edition,
  openBodyOf,
  type TypedChange,
  typedFrom,
  typedOver,
  withEdition,
} from "../../../services/portal/src/pages/changes/open-body.ts";
import { rowAt, rowsOf, textOf, withoutEmpty } from "../../../services/portal/src/parts/form/bound.ts";
import { momentOf, typedMoment } from "../../../services/portal/src/parts/form/moment.ts";
import { changesOf, conflictsOf } from "../../../services/portal/src/parts/record/merge.ts";

const edition: Edition = {
  edition: 2,
  fields: { title: "Renew a certificate", impact: 3, plans: { implementation: "Install it" } },
  locked: ["title", "plans"],
  tasks: [],
};

const change = {
  id: "CHG0000001",
  version: 4,
  type: "normal",
  state: "assess",
  title: "Patch the VPN",
  impact: 2,
  ciIds: ["vpn-1"],
  plans: { implementation: "Install the patch" },
  teamId: "network",
} as unknown as Parameters<typeof editedChange>[0];

describe("opening a change in the portal", () => {
  it("leaves to the template what it fixes, and says the rest", () => {
    const typed: TypedChange = {
      way: "template",
      templateId: "CTP0000001",
      title: "Something else",
      ciIds: ["vpn-1"],
    };
    expect(withEdition(typed, edition).title).toBe("Renew a certificate");
    expect(openBodyOf(withEdition(typed, edition), edition)).toEqual({
      templateId: "CTP0000001",
      impact: 3,
      ciIds: ["vpn-1"],
    });
  });

  it("takes what a template says for nothing that was typed: another template says it otherwise", () => {
    const typed: TypedChange = { way: "template", templateId: "CTP0000001", ciIds: ["vpn-1"] };
    const shown = { ...withEdition(typed, edition), category: "network" };
    expect(typedOver(shown, edition)).toEqual({ ...typed, category: "network" });
    expect(withEdition({ ...typed, description: "At " }, edition).description).toBe("At ");
  });

  it("says the type of a change from scratch, and neither template nor model", () => {
    const typed: TypedChange = { way: "emergency", title: " Block it ", plans: { backout: "", test: " " } };
    expect(openBodyOf(typed, undefined)).toEqual({ title: "Block it", type: "emergency" });
  });

  it("leaves the type to the model", () => {
    expect(openBodyOf({ way: "model", modelId: "CMO0000001", title: "A" }, undefined)).toEqual({
      title: "A",
      modelId: "CMO0000001",
    });
  });

  it("takes from the address what it belongs to", () => {
    expect(typedFrom("?problem=PRB0000001&ci=a&ci=b&title=Fix+it")).toEqual({
      way: "normal",
      title: "Fix it",
      ciIds: ["a", "b"],
      links: [{ type: "problem", target: "PRB0000001" }],
    });
    expect(typedFrom("?template=CTP0000001").way).toBe("template");
  });
});

describe("correcting a change in the portal", () => {
  const before = editedChange(change);

  it("sends what was changed, and null for what was taken away, also from a draft that was kept", () => {
    const { teamId: _team, ...kept } = shownEdit(before);
    const typed = JSON.parse(JSON.stringify({ ...kept, title: "Patch both VPNs", comesAfter: [] }));
    expect(changesOf(before, typedEdit(before, typed))).toEqual({ title: "Patch both VPNs", teamId: null });
  });

  it("takes away what the CMDB would say when the last row of it is taken away", () => {
    const cis = [{ ciId: "vpn-1", set: { state: "retired" as const } }];
    const was = editedChange({ ...change, modifications: { cis, relations: [] } });
    const typed = { ...shownEdit(was), modifications: { cis: [], relations: [] } };
    expect(changesOf(was, typedEdit(was, typed))).toEqual({ modifications: null });
    expect(changesOf(before, typedEdit(before, { ...shownEdit(before), modifications: { cis } }))).toEqual({
      modifications: { cis },
    });
  });

  it("changes nothing when nothing was typed", () => {
    expect(changesOf(before, typedEdit(before, shownEdit(before)))).toEqual({});
  });

  it("asks only about what two people planned otherwise", () => {
    const typed = typedEdit(before, {
      ...shownEdit(before),
      plans: { implementation: "Install it at night" },
      assigneeId: "nia.network",
    });
    const theirs = editedChange({ ...change, plans: { implementation: "Install it by day" }, impact: 1 });
    expect(conflictsOf(before, typed, theirs).map(({ field }) => field)).toEqual(["plans"]);
  });
});

describe("forms of the shape of a body", () => {
  it("leaves out what is empty at any depth, but no empty list", () => {
    expect(withoutEmpty({ a: "", b: " x ", c: { d: undefined, e: [] }, f: [{ g: "" }, "h "] })).toEqual({
      b: "x",
      c: { e: [] },
      f: [{}, "h"],
    });
  });

  it("names a row's field as the API does", () => {
    type Form = { readonly steps: readonly { readonly name: string }[] };
    let value: Form = { steps: [{ name: "a" }, { name: "b" }] };
    const form = { value, set: (next: Form) => (value = next), problem: undefined };
    const rows = rowsOf<Form, { readonly name: string }>(form, "steps");
    const field = textOf(rowAt(rows, 1, { name: "b" }), "name", "Name");
    expect(field.name).toBe("steps.1.name");
    field.onChange("c");
    expect(value).toEqual({ steps: [{ name: "a" }, { name: "c" }] });
  });

  it("takes a day and a time of the person's zone as a moment and back", () => {
    const typed = { day: "2026-03-14", time: "22:30" };
    expect(typedMoment(momentOf(typed))).toEqual(typed);
    expect(momentOf(typed)).toBe(new Date(2026, 2, 14, 22, 30).toISOString());
  });

  it.each([
    { day: "2026-02-31", time: "10:00" },
    { day: "2026-02-03", time: "25:00" },
    { day: "2026-02", time: "10:00" },
    { day: "", time: "" },
  ])("takes $day $time as no moment yet", (typed) => {
    expect(momentOf(typed)).toBe("");
  });
});
