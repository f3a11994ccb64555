import { answerOf, holds, isSet } from "./condition.ts";
import type { Answer, Answers, Field, FormDefinition } from "./form.ts";

/** A field that is shown, whether it must be answered now, and where it stands. */
export type ShownField = {
  readonly field: Field;
  readonly section: string;
  readonly required: boolean;
  readonly answer: Answer | undefined;
};

/**
 * The fields that are shown for these answers, in order. What is not shown counts as not answered, for the
 * fields after it as well, so that nobody is asked because of something they cannot see.
 */
export const shownFields = (form: FormDefinition, answers: Answers): readonly ShownField[] => {
  const seen: Record<string, Answer> = {};
  const shown: ShownField[] = [];
  for (const section of form.sections) {
    if (!holds(section.when, seen)) continue;
    for (const field of section.fields) {
      if (!holds(field.when, seen)) continue;
      const answer = answerOf(answers, field.key);
      const required =
        field.required === true || (field.requiredWhen !== undefined && holds(field.requiredWhen, seen));
      shown.push({ field, section: section.key, required, answer });
      if (isSet(answer)) seen[field.key] = answer;
    }
  }
  return shown;
};
