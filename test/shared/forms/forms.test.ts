import fc from "fast-check";
import { checkAnswers } from "../../../shared/forms/check-answers.ts";
import { holds } from "../../../shared/forms/condition.ts";
import { type Answers, FormDefinition } from "../../../shared/forms/form.ts";
import { formFaults } from "../../../shared/forms/form-faults.ts";
import { readableAnswers } from "../../../shared/forms/readable-answers.ts";
import { isSafePattern } from "../../../shared/forms/safe-pattern.ts";
import { schemaOf } from "../../../shared/forms/schema-of.ts";
import { shownFields } from "../../../shared/forms/shown-fields.ts";
import { withDefaults } from "../../../shared/forms/with-defaults.ts";
import { fits } from "./fits.ts";

const fields = [
  {
    key: "kind",
    label: "Kind",
    type: "choice",
    required: true,
    choices: [
      { value: "new", label: "New one" },
      { value: "swap", label: "Exchange" },
    ],
  },
  { key: "old", label: "Old one", type: "text", when: { field: "kind", is: ["swap"] }, required: true },
  { key: "why", label: "Why?", type: "long_text", requiredWhen: { field: "old", isSet: true } },
  { key: "count", label: "How many?", type: "number", min: 1, max: 5, whole: true, default: 1 },
  {
    key: "big",
    label: "Reason for many",
    type: "text",
    when: { field: "count", atLeast: 3 },
    required: true,
  },
  {
    key: "extras",
    label: "Extras",
    type: "choices",
    choices: [
      { value: "bag", label: "A bag" },
      { value: "dock", label: "A dock" },
    ],
  },
  {
    key: "dock",
    label: "Which dock?",
    type: "text",
    when: { field: "extras", is: ["dock"] },
    required: true,
  },
  { key: "by", label: "By when?", type: "date" },
  { key: "mail", label: "Mail", type: "email", prefill: "person.email" },
];
const form = FormDefinition.parse({ sections: [{ key: "all", title: "All", fields }] });

const shown = (answers: Answers) => shownFields(form, answers).map(({ field }) => field.key);
const faults = (answers: Answers) => checkAnswers(form, answers).faults.map(({ path }) => path);

/** Answers of every sort, some of them not what the form takes. */
const anyAnswers = fc.record(
  {
    kind: fc.constantFrom("new", "swap", "other", ""),
    old: fc.constantFrom("x", ""),
    why: fc.constantFrom("because", ""),
    count: fc.constantFrom(0, 1, 3, 5, 2.5),
    big: fc.constantFrom("many", ""),
    extras: fc.constantFrom<string[]>([], ["bag"], ["dock"], ["bag", "dock"], ["none"]),
    dock: fc.constantFrom("big", ""),
    by: fc.constantFrom("2027-03-31", "31.3.2027"),
    mail: fc.constantFrom("a@example.com", "nobody"),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

test("a field is shown when its condition holds, and what is hidden shows nothing else", () => {
  expect(shown({ kind: "new" })).not.toContain("old");
  expect(shown({ kind: "swap" })).toContain("old");
  expect(shown({ kind: "new", extras: ["bag", "dock"] })).toContain("dock");
  expect(faults({ kind: "new", old: "left over" })).toEqual([]);
  expect(checkAnswers(form, { kind: "new", old: "left over" }).answers).toEqual({ kind: "new" });
});

test("what must be answered is asked for where it is shown, and only then", () => {
  expect(faults({})).toEqual(["kind"]);
  expect(faults({ kind: "swap" })).toEqual(["old"]);
  expect(faults({ kind: "swap", old: "A1" })).toEqual(["why"]);
  expect(faults({ kind: "new", count: 3 })).toEqual(["big"]);
});

test("every type refuses what it is not", () => {
  expect(faults({ kind: "other" })).toEqual(["kind"]);
  expect(faults({ kind: "new", count: 0 })).toEqual(["count"]);
  expect(faults({ kind: "new", count: "1" })).toEqual(["count"]);
  expect(faults({ kind: "new", by: "2027-02-30" })).toEqual(["by"]);
  expect(faults({ kind: "new", mail: "nobody" })).toEqual(["mail"]);
  expect(faults({ kind: "new", extras: ["none"] })).toEqual(["extras"]);
  expect(faults({ kind: "new", unheard: "of" } as Answers)).toEqual(["unheard"]);
  expect(faults({ kind: "new", constructor: "of" } as unknown as Answers)).toEqual(["constructor"]);
});

test("a form begins with its defaults and with what is known of the person", () => {
  const person = { id: "eve", email: "eve@example.com" };
  expect(withDefaults(form, { kind: "new" }, person)).toEqual({
    kind: "new",
    count: 1,
    mail: "eve@example.com",
  });
  expect(withDefaults(form, { kind: "new", count: 4 }, { id: "eve" })).toEqual({ kind: "new", count: 4 });
});

test("answers are read in the words of the form", () => {
  expect(readableAnswers(form, { kind: "swap", old: "A1", extras: ["bag", "dock"] })).toEqual([
    { label: "Kind", text: "Exchange" },
    { label: "Old one", text: "A1" },
    { label: "Extras", text: "A bag, A dock" },
  ]);
});

test("what was checked is taken again and shows the same, whatever was given first", () => {
  fc.assert(
    fc.property(anyAnswers, (given) => {
      const { answers } = checkAnswers(form, given);
      const again = checkAnswers(form, answers);
      expect(again.answers).toEqual(answers);
      expect(shownFields(form, answers).every(({ field }) => shown(given).includes(field.key))).toBe(true);
    }),
  );
});

test("the JSON Schema takes what the form takes, and nothing else", () => {
  const schema = schemaOf(form);
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(anyAnswers, (given) => {
      const isTaken = checkAnswers(form, given).faults.length === 0;
      if (isTaken) taken++;
      else refused++;
      expect({ given, fits: fits(schema, given) }).toEqual({ given, fits: isTaken });
    }),
    { numRuns: 1000 },
  );
  expect(taken).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
});

test("conditions are as they are read", () => {
  const both = {
    all: [
      { field: "a", is: ["x"] },
      { field: "b", atLeast: 2 },
    ],
  };
  expect(holds(both, { a: "x", b: 2 })).toBe(true);
  expect(holds(both, { a: "x", b: 1 })).toBe(false);
  expect(holds({ any: both.all }, { b: 3 })).toBe(true);
  expect(holds({ field: "a", isNot: ["x"] }, {})).toBe(true);
  expect(holds({ field: "a", isSet: false }, { a: "" })).toBe(true);
  expect(holds(undefined, {})).toBe(true);
});

test.each([
  ["a condition on a later field", [{ ...fields[1] }, fields[0]], "when"],
  ["a choice without choices", [{ key: "a", label: "A", type: "choice" }], "choices"],
  ["a reference to nothing", [{ key: "a", label: "A", type: "reference" }], "of"],
  ["the same name twice", [fields[0], fields[0]], "key"],
])("a form with %s has a fault there", (_, wrong, place) => {
  const odd = FormDefinition.parse({ sections: [{ key: "s", title: "S", fields: wrong }] });
  expect(formFaults(odd).some(({ path }) => path.at(-1) === place)).toBe(true);
  expect(formFaults(form)).toEqual([]);
});

test.each(["^[A-Z]{2}\\d+$", "^(?:mr|ms)? ?\\w+$", "a|b", "[(*]+"])("a pattern is safe: %s", (pattern) => {
  expect(isSafePattern(pattern)).toBe(true);
});
test.each(["(a+)+$", "(a|a)*b", "((x*)y)+", "(.)\\1", "(unclosed"])("a pattern is not: %s", (pattern) => {
  expect(isSafePattern(pattern)).toBe(false);
});
