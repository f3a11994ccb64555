import {
  type Ci,
  editBodyOf,
  editedCi,
  givenAttributes,
  newCiOf,
  shownEdit,
  typedEdit,
} from "../../../services/portal/src/pages/configuration/ci-form.ts";
import { endOf, relationChoices } from "../../../services/portal/src/pages/configuration/relation-choices.ts";
import { changesOf, conflictsOf } from "../../../services/portal/src/parts/record/merge.ts";

const ci = {
  id: "CI0000001",
  name: "db-1",
  classId: "server",
  classPath: ["ci", "hardware", "server"],
  criticality: "high",
  location: "Oslo",
  attributes: { serialNumber: "S-1", cores: 8, tags: ["a", "b"] },
} as unknown as Ci;

const edited = (change: (typed: ReturnType<typeof shownEdit>) => ReturnType<typeof shownEdit>) =>
  typedEdit(editedCi(ci), change(shownEdit(editedCi(ci), ci.classId)));

describe("editing a configuration item", () => {
  it("sends nothing when the form is left as it was", () => {
    expect(
      changesOf(
        editedCi(ci),
        edited((typed) => typed),
      ),
    ).toEqual({});
  });

  it("sends only the attributes that were changed, and takes away those that are empty now", () => {
    const yours = edited((typed) => ({
      ...typed,
      attributes: { serialNumber: "S-2", cores: 8, tags: [], assetTag: "T-9" },
    }));
    expect(editBodyOf(changesOf(editedCi(ci), yours))).toEqual({
      attributes: { serialNumber: "S-2", tags: null, assetTag: "T-9" },
    });
  });

  it("takes away a fact that is emptied", () => {
    const yours = edited(({ location: _location, ...typed }) => typed);
    expect(editBodyOf(changesOf(editedCi(ci), yours))).toEqual({ location: null });
  });

  it("asks about an attribute that two people changed, and not about another one of the same item", () => {
    const yours = edited((typed) => ({ ...typed, attributes: { ...typed.attributes, serialNumber: "S-2" } }));
    const other = (attributes: object) =>
      editedCi({ ...ci, attributes: { ...ci.attributes, ...attributes } } as Ci);
    expect(conflictsOf(editedCi(ci), yours, other({ cores: 16 }))).toEqual([]);
    expect(
      conflictsOf(editedCi(ci), yours, other({ serialNumber: "S-3" })).map(({ field }) => field),
    ).toEqual(["attributes.serialNumber"]);
  });

  it("registers without what was left empty", () => {
    const typed = { name: " db-2 ", classId: "server", location: "", attributes: { model: "", tags: [] } };
    expect(newCiOf(typed)).toEqual({ name: "db-2", classId: "server", attributes: {} });
  });

  it("says of attributes only what is new when the class changes, so that the others stay their source's", () => {
    expect(givenAttributes(ci.attributes, { ...ci.attributes, cores: 16, model: "" })).toEqual({ cores: 16 });
  });
});

describe("relating configuration items", () => {
  const type = {
    id: "runs-on",
    name: "runs on",
    reverseName: "runs",
    state: "active",
    allowed: [{ from: "application", to: "hardware" }],
  } as never;

  it("offers a type from the side that the item's class stands on, classes above it included", () => {
    const choices = relationChoices([type], ci.classPath);
    expect(choices.map(({ text }) => text)).toEqual(["runs"]);
    expect(endOf(choices[0]?.value ?? "")).toEqual({ end: "to", typeId: "runs-on" });
    expect(relationChoices([type], ["ci", "application"]).map(({ text }) => text)).toEqual(["runs on"]);
  });

  it("offers no type that is retired", () => {
    expect(relationChoices([{ ...(type as object), state: "retired" } as never], ci.classPath)).toEqual([]);
  });
});
