import { type AnswerFault, checkAnswers } from "../../../../../shared/forms/check-answers.ts";
import type { Answers, FormDefinition } from "../../../../../shared/forms/form.ts";
import { isSafePattern } from "../../../../../shared/forms/safe-pattern.ts";
import { type KnownPerson, withDefaults } from "../../../../../shared/forms/with-defaults.ts";
import type { BodyOf } from "../../api/request.ts";
import { itemBody } from "./item-body.ts";
import type { ItemBody, TypedItem } from "./typed-item.ts";

/** An item that is being written, as it would be ordered with these answers. */
export type Tried = {
  readonly form: FormDefinition;
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
  /** What the server is asked: what it costs and who approves it. */
  readonly asked: BodyOf<"POST /catalog-item-previews">;
};

/** A pattern that is only half typed checks nothing yet. */
const drawable = ({ sections }: FormDefinition): FormDefinition => ({
  sections: sections.map((section) => ({
    ...section,
    fields: section.fields.map(({ pattern, ...field }) =>
      pattern !== undefined && isSafePattern(pattern.regex) ? { ...field, pattern } : field,
    ),
  })),
});

/** What ordering goes by; where an item stands in the catalog is not asked. */
const orderable = ({
  summary: _summary,
  description: _description,
  categoryId: _category,
  icon: _icon,
  keywords: _keywords,
  serviceId: _service,
  deliveryDays: _days,
  ...rest
}: ItemBody) => rest;

/** Tries answers on what is typed, whole or not: the same functions decide as when it is ordered. */
export const tried = (item: TypedItem, given: Answers, person: KnownPerson, requestedFor: string): Tried => {
  const body = itemBody(item);
  const form = drawable(body.form as FormDefinition);
  const known = new Set(form.sections.flatMap(({ fields }) => fields.map(({ key }) => key)));
  // What was answered to a field that is gone or called otherwise by now is not asked any more.
  const meant = Object.fromEntries(Object.entries(given).filter(([key]) => known.has(key)));
  const answers = withDefaults(form, meant, person);
  const checked = checkAnswers(form, answers);
  const asked = {
    item: { ...orderable(body), name: body.name || "–" },
    answers: checked.answers,
    quantity: 1,
    ...(requestedFor.trim() === "" ? {} : { requestedFor: requestedFor.trim() }),
  };
  return { form, answers, faults: checked.faults, asked };
};
