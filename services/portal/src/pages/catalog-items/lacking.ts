import { hasChoices } from "./form-body.ts";
import { hasModel } from "./item-body.ts";
import type { Fault } from "./places.ts";
import { catalogItemTexts as texts } from "./texts.ts";
import {
  fieldsIn,
  type Row,
  type TypedCondition,
  type TypedField,
  type TypedItem,
  type TypedStep,
} from "./typed-item.ts";

/** Fields of a row that must be filled in. */
const empty = <R extends object>(row: R, names: readonly (keyof R & string)[], uid = ""): readonly Fault[] =>
  names
    .filter((name) => String(row[name]).trim() === "")
    .map((name) => ({ uid, name, message: texts.required }));

const none = (rows: readonly unknown[], { uid }: Row, name: string, message: string): readonly Fault[] =>
  rows.length === 0 ? [{ uid, name, message }] : [];

const inCondition = ({ tests }: TypedCondition): readonly Fault[] =>
  tests.flatMap((test) => {
    const { uid, op, values, from, to } = test;
    if (op === "between")
      return from.trim() === "" && to.trim() === "" ? [{ uid, name: "from", message: texts.required }] : [];
    const needsValues = op === "is" || op === "isNot";
    return [
      ...empty(test, ["field"], uid),
      ...(needsValues ? none(values, test, "values", texts.required) : []),
    ];
  });

const inField = (field: TypedField): readonly Fault[] => [
  ...empty(field, ["label"], field.uid),
  ...inCondition(field.when),
  ...inCondition(field.requiredWhen),
  ...(field.type === "reference" ? empty(field, ["of"], field.uid) : []),
  ...(field.regex === "" ? [] : empty(field, ["message"], field.uid)),
  ...(hasChoices(field.type)
    ? [
        ...none(field.choices, field, "choices", texts.needsChoices),
        ...field.choices.flatMap((choice) => empty(choice, ["label"], choice.uid)),
      ]
    : []),
];

const needed: Partial<Record<TypedStep["kind"], readonly (keyof TypedStep & string)[]>> = {
  return_asset: ["assetField"],
  open_change: ["templateId"],
  event: ["name"],
  call: ["url"],
};

const inStep = (step: TypedStep): readonly Fault[] => {
  const isEndless = step.kind === "wait" && step.untilField === "";
  const isModelOpen = hasModel(step) && step.kind !== "hand_over_asset" && step.modelField === "";
  return [
    ...empty(step, ["title", ...(needed[step.kind] ?? [])], step.uid),
    ...(isEndless ? empty(step, ["signal"], step.uid) : []),
    ...(isModelOpen ? empty(step, ["modelId"], step.uid) : []),
    ...inCondition(step.when),
  ];
};

const inApprovals = ({ approvals, autoApprove }: TypedItem): readonly Fault[] => [
  ...approvals.flatMap((row) => [
    ...empty(row, ["name"], row.uid),
    ...none(row.approvers, row, "approvers", texts.needsApprover),
    ...row.approvers.flatMap((each) => (each.kind === "manager" ? [] : empty(each, ["id"], each.uid))),
    ...(row.rule === "quorum" || row.rule === "percentage" ? empty(row, ["count"], row.uid) : []),
    ...inCondition(row.when),
  ]),
  ...autoApprove.flatMap((row) => [...empty(row, ["reason"], row.uid), ...inCondition(row.when)]),
];

const inCosts = ({ price, recurring, currency }: TypedItem): readonly Fault[] =>
  price.trim() + recurring.trim() === "" || /^[A-Z]{3}$/.test(currency)
    ? []
    : [{ uid: "", name: "currency", message: texts.badCurrency }];

/** What has to be filled in before an item can be saved. */
export const lacking = (item: TypedItem): readonly Fault[] => [
  ...empty(item, ["name", "summary", "categoryId"]),
  ...inCosts(item),
  ...item.form.sections.flatMap((section) => [
    ...empty(section, ["title"], section.uid),
    ...none(section.fields, section, "fields", texts.needsField),
    ...inCondition(section.when),
  ]),
  ...fieldsIn(item).flatMap(inField),
  ...inApprovals(item),
  ...item.fulfilment.flatMap(inStep),
  ...item.bundle.flatMap((part) => [
    ...empty(part, ["catalogItemId", "quantity"], part.uid),
    ...inCondition(part.when),
    ...part.answers.flatMap((answer) => empty(answer, ["field"], answer.uid)),
  ]),
];
