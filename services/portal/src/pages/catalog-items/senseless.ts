import type { Scalar } from "../../../../../shared/forms/form.ts";
import { formFaults } from "../../../../../shared/forms/form-faults.ts";
import { isSafePattern } from "../../../../../shared/forms/safe-pattern.ts";
import { formBody, hasChoices } from "./form-body.ts";
import { namesIn } from "./item-names.ts";
import { type Fault, placeOf } from "./places.ts";
import { catalogItemTexts as texts } from "./texts.ts";
import { fieldsIn, type Row, type TypedCondition, type TypedField, type TypedItem } from "./typed-item.ts";

type Fields = readonly TypedField[];

const isUid = (ref: unknown): ref is string => typeof ref === "string" && ref.startsWith("#");

/** Whether an answer to a field can ever be this. */
const canBe = ({ type, choices }: TypedField, value: Scalar): boolean => {
  if (hasChoices(type)) return choices.some(({ uid }) => uid === value);
  if (type === "boolean" || type === "number") return typeof value === type;
  return typeof value === "string" && !isUid(value);
};

/** A test names a field that is there and comes before, and answers that the field can have. */
const inCondition = ({ tests }: TypedCondition, before: Fields, all: Fields): readonly Fault[] =>
  tests.flatMap(({ uid, field: ref, values }) => {
    const field = before.find((each) => each.uid === ref);
    const later = all.find((each) => each.uid === ref);
    if (field === undefined && later !== undefined)
      return [{ uid, name: "field", message: texts.comesLater(later.label) }];
    if (field === undefined) return ref === "" ? [] : [{ uid, name: "field", message: texts.fieldGone }];
    return values.every((each) => canBe(field, each))
      ? []
      : [{ uid, name: "values", message: texts.choiceGone }];
  });

const conditionsOfForm = (item: TypedItem): readonly Fault[] => {
  const all = fieldsIn(item);
  const before: TypedField[] = [];
  return item.form.sections.flatMap((section) => [
    ...inCondition(section.when, before, all),
    ...section.fields.flatMap((field) => {
      const faults = [
        ...inCondition(field.when, before, all),
        ...inCondition(field.requiredWhen, before, all),
        ...(field.regex !== "" && !isSafePattern(field.regex)
          ? [{ uid: field.uid, name: "regex", message: texts.unsafePattern }]
          : []),
      ];
      before.push(field);
      return faults;
    }),
  ]);
};

/** A reference to a field of the form that is not there any more. */
const gone = (ref: string, all: Fields, { uid }: Row, name: string): readonly Fault[] =>
  isUid(ref) && !all.some((each) => each.uid === ref) ? [{ uid, name, message: texts.fieldGone }] : [];

/** Rows wait for rows before them only, so that no two wait for each other. */
const order = (rows: readonly (Row & { readonly after: readonly string[] })[]): readonly Fault[] =>
  rows.flatMap(({ uid, after }, at) =>
    after.every((ref) => rows.slice(0, at).some((each) => each.uid === ref) || !isUid(ref))
      ? []
      : [{ uid, name: "after", message: texts.waitsForLater }],
  );

const elsewhere = (item: TypedItem): readonly Fault[] => {
  const all = fieldsIn(item);
  const { approvals, autoApprove, fulfilment, bundle } = item;
  return [
    ...[...approvals, ...autoApprove, ...fulfilment, ...bundle].flatMap(({ when }) =>
      inCondition(when, all, all),
    ),
    ...approvals.flatMap(({ approvers }) =>
      approvers.flatMap((each) => (each.kind === "owner" ? gone(each.id, all, each, "id") : [])),
    ),
    ...fulfilment.flatMap((step) => [
      ...gone(step.modelField, all, step, "modelField"),
      ...gone(step.assetField, all, step, "assetField"),
      ...gone(step.aboutField, all, step, "aboutField"),
      ...gone(step.untilField, all, step, "untilField"),
      ...step.values.flatMap((ref) => gone(ref, all, step, "values")),
    ]),
    ...bundle.flatMap(({ answers }) => answers.flatMap((each) => gone(each.from, all, each, "from"))),
    ...order(fulfilment),
    ...order(bundle),
  ];
};

const names = /^[a-z][a-z0-9_]{0,39}$/;

/** Names that were given by hand. */
const badNames = ({ form, fulfilment, bundle }: TypedItem): readonly Fault[] =>
  [...form.sections, ...fieldsIn({ form }), ...fulfilment, ...bundle]
    .filter(({ key }) => key !== "" && !names.test(key))
    .map(({ uid }) => ({ uid, name: "key", message: texts.badName }));

/** What is written and cannot be meant: by the server's own rules of forms, and where the parts of an item do not fit. */
export const senseless = (item: TypedItem): readonly Fault[] => {
  const ofForm = formFaults(formBody(item, namesIn(item))).filter(
    ({ path }) => !["when", "requiredWhen", "of"].includes(String(path.at(-1))),
  );
  return [
    ...ofForm.map(({ path, message }) => ({ ...placeOf(item, ["form", ...path].join(".")), message })),
    ...conditionsOfForm(item),
    ...elsewhere(item),
    ...badNames(item),
  ];
};
