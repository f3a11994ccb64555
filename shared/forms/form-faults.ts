import type { Condition, Field, FormDefinition, Test } from "./form.ts";

const testsOf = (condition: Condition | undefined): readonly Test[] => {
  if (condition === undefined) return [];
  if ("all" in condition) return condition.all;
  return "any" in condition ? condition.any : [condition];
};

/** What is well formed and cannot be meant, by its place. */
export type FormFault = { readonly path: readonly (string | number)[]; readonly message: string };

const unknownIn = (condition: Condition | undefined, known: ReadonlySet<string>): string | undefined =>
  testsOf(condition).find(({ field }) => !known.has(field))?.field;

const faultsOf = (field: Field, known: ReadonlySet<string>): FormFault[] => {
  const { type, choices, of } = field;
  const faults: FormFault[] = [];
  const needsChoices = type === "choice" || type === "choices";
  if (needsChoices !== (choices !== undefined))
    faults.push({
      path: ["choices"],
      message: needsChoices ? "What is there to choose?" : "Nothing to choose",
    });
  if (new Set(choices?.map(({ value }) => value)).size !== (choices?.length ?? 0))
    faults.push({ path: ["choices"], message: "Each value once" });
  if ((type === "reference") !== (of !== undefined))
    faults.push({ path: ["of"], message: type === "reference" ? "Of what?" : "Only for references" });
  for (const name of ["when", "requiredWhen"] as const) {
    const unknown = unknownIn(field[name], known);
    if (unknown !== undefined)
      faults.push({ path: [name], message: `No field before it is called ${unknown}` });
  }
  if (known.has(field.key)) faults.push({ path: ["key"], message: "Another field has this name" });
  return faults;
};

/**
 * What a form says that cannot be meant: choices where there is nothing to choose, two fields of one name, and
 * conditions on fields that do not come before them. They look at earlier fields only, so that none can depend
 * on itself. A form that has faults is not offered to anybody.
 */
export const formFaults = ({ sections }: FormDefinition): FormFault[] => {
  const faults: FormFault[] = [];
  const known = new Set<string>();
  for (const [s, section] of sections.entries()) {
    const unknown = unknownIn(section.when, known);
    if (unknown !== undefined)
      faults.push({ path: ["sections", s, "when"], message: `No field before it is called ${unknown}` });
    for (const [f, field] of section.fields.entries()) {
      for (const { path, message } of faultsOf(field, known))
        faults.push({ path: ["sections", s, "fields", f, ...path], message });
      known.add(field.key);
    }
  }
  return faults;
};
