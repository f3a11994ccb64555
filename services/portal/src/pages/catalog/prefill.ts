import type { Answers, FormDefinition } from "../../../../../shared/forms/form.ts";
import { type KnownPerson, withDefaults } from "../../../../../shared/forms/with-defaults.ts";

const prefilled = (form: FormDefinition, person: KnownPerson): Answers => {
  const fields = form.sections
    .flatMap((section) => section.fields)
    .filter(({ prefill }) => prefill !== undefined);
  // By itself and shown whatever else is answered: what the form begins with of this person.
  const bare = fields.map(({ when: _when, default: _default, ...field }) => field);
  return withDefaults({ ...form, sections: [{ key: "all", title: "All", fields: bare }] }, {}, person);
};

/** Answers without what the form began with of one person: it is filled in for another one, or begins with nothing. */
export const withoutPrefill = (form: FormDefinition, answers: Answers, person: KnownPerson): Answers => {
  const theirs = prefilled(form, person);
  return Object.fromEntries(
    Object.entries(answers).filter(([key, answer]) => theirs[key] === undefined || theirs[key] !== answer),
  );
};
