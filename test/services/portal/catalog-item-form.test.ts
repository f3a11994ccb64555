import { itemBody } from "../../../services/portal/src/pages/catalog-items/item-body.ts";
import { lacking } from "../../../services/portal/src/pages/catalog-items/lacking.ts";
import { newField, newTest } from "../../../services/portal/src/pages/catalog-items/new-rows.ts";
import { partOf } from "../../../services/portal/src/pages/catalog-items/places.ts";
import { typedItem } from "../../../services/portal/src/pages/catalog-items/read-item.ts";
import { movedField, without } from "../../../services/portal/src/pages/catalog-items/row-edits.ts";
import { senseless } from "../../../services/portal/src/pages/catalog-items/senseless.ts";
import type { ItemBody, TypedSection } from "../../../services/portal/src/pages/catalog-items/typed-item.ts";
import { changed, demo, field, order, parsed, sizeTest, withForm, workplace } from "./given-catalog-item.ts";

describe("a catalog item that is typed", () => {
  it.each([order, ...demo].map((item) => [item.name, item] as const))(
    "%s says the same when nothing is changed, and nothing is wrong with it",
    (_, item) => {
      const typed = typedItem(item as ItemBody);
      expect(parsed(itemBody(typed))).toEqual(parsed(item));
      expect([...lacking(typed), ...senseless(typed)]).toEqual([]);
      // Reading it again gives the same rows, so that a page that is drawn anew keeps its place.
      expect(typedItem(item as ItemBody)).toEqual(typed);
    },
  );

  it("gives names in data by the words, each once, until they are given", () => {
    const fields = ["Größe", "Größe", "3 Wünsche", "…"].map((label) => ({ ...newField(), label }));
    const [section] = workplace.form.sections as [TypedSection];
    const { form } = itemBody(withForm([{ ...section, fields }]));
    expect(form?.sections[0]?.fields.map(({ key }) => key)).toEqual([
      "grosse",
      "grosse_2",
      "wunsche",
      "field",
    ]);
  });

  it("follows a field that is renamed in every condition and reference", () => {
    const renamed = itemBody(changed(changed(workplace, "size", { key: "area" }), "why", { key: "cause" }));
    const text = JSON.stringify(renamed);
    expect(text).not.toMatch(/"(size|why)"(?!,"label"|:)/);
    expect(renamed.fulfilment?.[4]).toMatchObject({ values: ["area", "cause"] });
    expect(renamed.autoApprove?.[0]).toMatchObject({ when: { answers: { field: "area" } } });
    expect(senseless(typedItem(renamed))).toEqual([]);
  });

  it("follows a choice that is renamed in conditions and in what is chosen at first", () => {
    const size = field(workplace, "size");
    const choices = size.choices.map((each) => ({ ...each, value: `${each.value}_one` }));
    const body = itemBody(changed(workplace, "size", { choices }));
    expect(field(typedItem(body), "size").choices.map(({ value }) => value)).toEqual([
      "small_one",
      "large_one",
    ]);
    expect(body.form?.sections[0]?.fields[0]?.default).toEqual(["large_one"]);
    expect(body.approvals?.[0]?.when?.answers).toEqual({ ...sizeTest, is: ["large_one"] });
  });

  it("says where a condition asks about a field that is gone, and never drops the condition", () => {
    const size = field(workplace, "size").uid;
    const sections = workplace.form.sections.map((each) => ({
      ...each,
      fields: without(each.fields, size),
    }));
    const item = withForm(sections);
    const faults = senseless(item);
    expect(new Set(faults.map((fault) => partOf(item, fault)))).toEqual(
      new Set(["form", "approvals", "fulfilment"]),
    );
    expect(item.autoApprove[0]?.when.tests).toHaveLength(1);
    expect(faults.every(({ message }) => /is gone/.test(message))).toBe(true);
  });

  it("says where a condition asks about a field that comes later", () => {
    const first = field(workplace, "quick").uid;
    const down = movedField(movedField(workplace.form.sections, first, 1), first, 1);
    const faults = senseless(withForm(down));
    expect(faults.map(({ name, message }) => [name, /comes later/.test(message)])).toEqual([["field", true]]);
  });

  it("names what has to be filled in before it can be saved", () => {
    const item = {
      ...workplace,
      name: " ",
      form: { sections: [{ ...(workplace.form.sections[0] as TypedSection), fields: [newField()] }] },
    };
    expect(lacking(item).map(({ name }) => name)).toEqual(["name", "label"]);
    const tests = [newTest(field(workplace, "size").uid)];
    const odd = changed(workplace, "why", { when: { mode: "all", tests }, type: "choice", of: "" });
    expect(lacking(odd).map(({ uid, name }) => [uid === tests[0]?.uid, name])).toEqual([
      [true, "values"],
      [false, "choices"],
    ]);
  });
});
