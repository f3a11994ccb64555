import { isSet } from "./condition.ts";
import type { Answer, Answers, FormDefinition } from "./form.ts";
import { shownFields } from "./shown-fields.ts";

/** What is known of the person a form is filled in for. */
export type KnownPerson = {
  readonly id: string;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

const known = (person: KnownPerson) => ({
  "person.id": person.id,
  "person.name": person.name,
  "person.email": person.email,
});

/**
 * Answers with what a form begins with where nothing was said. A default may let further fields be shown, which
 * have defaults of their own, so it is looked at again until nothing is added.
 */
export const withDefaults = (form: FormDefinition, answers: Answers, person: KnownPerson): Answers => {
  const begun = shownFields(form, answers).flatMap(({ field, answer }): [string, Answer][] => {
    if (answer !== undefined) return [];
    const value = field.prefill === undefined ? undefined : known(person)[field.prefill];
    const first = value ?? field.default;
    return isSet(first) ? [[field.key, first]] : [];
  });
  if (begun.length === 0) return answers;
  return withDefaults(form, { ...answers, ...Object.fromEntries(begun) }, person);
};
