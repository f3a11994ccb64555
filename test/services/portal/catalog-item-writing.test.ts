import fc from "fast-check";
import type * as z from "zod";
import { differences } from "../../../services/portal/src/pages/catalog-items/changes.ts";
import { itemBody } from "../../../services/portal/src/pages/catalog-items/item-body.ts";
import {
  asSent,
  conflictsIn,
  mergedItem,
} from "../../../services/portal/src/pages/catalog-items/merge-items.ts";
import { partOf, placed, wordsOfRow } from "../../../services/portal/src/pages/catalog-items/places.ts";
import { tried } from "../../../services/portal/src/pages/catalog-items/preview.ts";
import { typedItem } from "../../../services/portal/src/pages/catalog-items/read-item.ts";
import {
  copyOf,
  copyOfSection,
  moved,
  movedField,
  replaced,
} from "../../../services/portal/src/pages/catalog-items/row-edits.ts";
import { senseless } from "../../../services/portal/src/pages/catalog-items/senseless.ts";
import type { ItemBody, TypedSection } from "../../../services/portal/src/pages/catalog-items/typed-item.ts";
import { previewCatalogItem } from "../../../services/request/endpoints/preview-catalog-item.ts";
import { changed, demo, field, order, parsed, withForm, workplace } from "./given-catalog-item.ts";

describe("what the API refuses", () => {
  it("is found at the row and the field that it means, also after the row was moved", () => {
    const why = field(workplace, "why").uid;
    const [fault, other, item] = placed(workplace, [
      { path: "body.form.sections.1.fields.1.pattern.regex", message: "Not a pattern" },
      { path: "body.item.fulfilment.1.modelId", message: "Of which model?" },
      { path: "body.audience.teamIds.0", message: "Too long" },
    ]);
    expect(fault).toEqual({ uid: why, name: "pattern.regex", message: "Not a pattern" });
    expect(item).toMatchObject({ uid: "", name: "audience.teamIds.0" });
    const later = withForm(movedField(workplace.form.sections, why, -1));
    expect(wordsOfRow(later, why)).toBe("Why?");
    // A condition has no words of its own: it is the field's.
    expect(wordsOfRow(later, field(workplace, "who").when.tests[0]?.uid ?? "")).toBe("Who?");
    expect([fault, other, item].map((each) => each && partOf(later, each))).toEqual([
      "form",
      "fulfilment",
      "about",
    ]);
  });
});

describe("rows", () => {
  const rows = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });

  it("are all there after any move, and a move back undoes it unless it met an end", () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.integer({ min: -3, max: 3 }), (uids, at, by) => {
        const list = uids.map((uid) => ({ uid }));
        const { uid } = list[at % list.length] as { uid: string };
        const after = moved(list, uid, by);
        expect(after.map((each) => each.uid).toSorted()).toEqual(uids.toSorted());
        const went = after.findIndex((each) => each.uid === uid) - (at % list.length);
        expect(moved(after, uid, -went)).toEqual(list);
      }),
    );
  });

  it("of a form can be moved from its first place to its last, through all sections, and back", () => {
    const uids = (sections: readonly TypedSection[]) =>
      sections.flatMap(({ fields }) => fields.map(({ uid }) => uid));
    const before = workplace.form.sections;
    const all = uids(before);
    const [first = ""] = all;
    let sections = before;
    for (let step = 0; step < all.length; step += 1) sections = movedField(sections, first, 1);
    expect(uids(sections)).toEqual([...all.slice(1), first]);
    expect(movedField(sections, first, 1)).toEqual(sections);
    for (let step = 0; step < all.length; step += 1) sections = movedField(sections, first, -1);
    expect(sections).toEqual(before);
  });

  it("that are copied refer to their own rows and to others as before", () => {
    const size = field(workplace, "size");
    const copy = copyOf(size, { key: "" });
    expect(copy.default).toEqual([copy.choices[1]?.uid]);
    expect(copy.choices[1]?.uid).not.toBe(size.choices[1]?.uid);
    const section = workplace.form.sections[1] as TypedSection;
    const twice = copyOfSection(section, "More, again");
    expect(twice.when.tests[0]?.field).toBe(size.uid);
    const item = withForm([...replaced(workplace.form.sections, section), twice]);
    expect(senseless(item)).toEqual([]);
    expect(parsed(itemBody(item)).form.sections[2]).toMatchObject({ key: "more_again" });
  });
});

describe("what publishing changes", () => {
  it("is nothing between equals, and one line for each change, in words", () => {
    expect(differences(parsed(order), parsed(order), "EUR")).toEqual([]);
    const [first] = workplace.fulfilment;
    const next = itemBody({
      ...changed(workplace, "why", { help: "In one word" }),
      price: "210.5",
      fulfilment: workplace.fulfilment
        .slice(1)
        .map((step) => ({ ...step, after: step.after.filter((each) => each !== first?.uid) })),
    });
    const lines = differences(parsed(order), parsed(next), "EUR");
    expect(lines).toEqual([
      { place: "Price", before: "€199.99", after: "€210.50" },
      { place: "Form › More › Why? › Help", before: "In a few words", after: "In one word" },
      { place: "Fulfilment › Talk", before: "Talk", after: "removed" },
      { place: "Fulfilment › Change › After", before: "talk, keep", after: "keep" },
    ]);
  });
});

describe("a preview of what is typed", () => {
  const eve = { id: "eve", name: "Eve", email: "eve@example.com" };

  it("is drawn and checked as the order will be, also when it is not whole yet", () => {
    const half = changed(workplace, "why", { regex: "([a-z", message: "" });
    const { form, answers, faults, asked } = tried(half, { size: ["small"], gone: "x" }, eve, " emil ");
    expect(form.sections[1]?.fields[1]).not.toHaveProperty("pattern");
    expect(answers).toMatchObject({ size: ["small"], count: 2, quick: false });
    expect(answers).not.toHaveProperty("gone");
    expect(faults).toEqual([]);
    expect(asked).toMatchObject({ requestedFor: "emil", answers: { count: 2 } });
    expect(asked.item).not.toHaveProperty("categoryId");
  });

  it("asks the server what the endpoint takes, whatever the item says", () => {
    for (const item of [order, ...demo]) {
      const { asked } = tried(typedItem(item as ItemBody), {}, eve, "");
      expect(() => (previewCatalogItem.body as z.ZodType).parse(asked)).not.toThrow();
    }
  });
});

describe("an item that two people wrote", () => {
  const base = asSent(order as ItemBody);
  const written = (more: object): ItemBody => asSent({ ...(order as ItemBody), ...more });

  it("says both where they wrote at different places, also where one took something away", () => {
    const { bundle: _bundle, ...without } = order;
    const yours = asSent({ ...without, name: "Desk" } as ItemBody);
    const theirs = written({ summary: "Other words" });
    expect(conflictsIn(base, yours, theirs)).toEqual([]);
    const both = mergedItem(base, yours, theirs, []);
    expect(both).toMatchObject({ name: "Desk", summary: "Other words" });
    expect(JSON.parse(JSON.stringify(both))).not.toHaveProperty("bundle");
  });

  it("is decided on where they wrote at the same place, in words", () => {
    const yours = written({ name: "Desk", approvals: [] });
    const theirs = written({ name: "Table" });
    expect(conflictsIn(base, yours, theirs)).toEqual([
      { field: "name", before: "Workplace", yours: "Desk", theirs: "Table" },
    ]);
    expect(mergedItem(base, yours, theirs, ["name"])).toMatchObject({ name: "Table", approvals: [] });
  });
});
