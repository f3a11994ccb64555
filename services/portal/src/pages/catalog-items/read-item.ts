import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { Condition, FormDefinition } from "../../../../../shared/forms/form.ts";
import { amountText } from "../../parts/money.ts";
import { emptyItem, newApproval, newPart, newStep } from "./new-rows.ts";
import { type Known, typedCondition } from "./read-condition.ts";
import { typedForm } from "./read-form.ts";
import type {
  ItemBody,
  TypedApproval,
  TypedApprover,
  TypedAuto,
  TypedItem,
  TypedPart,
  TypedStep,
} from "./typed-item.ts";

type Item = Schemas["CatalogItem"] | ItemBody;
type Approval = NonNullable<ItemBody["approvals"]>[number];
type Part = NonNullable<ItemBody["bundle"]>[number];
type Bounds = Approval["when"];

const text = (value: string | number | undefined): string => String(value ?? "");
const uidOf = (known: Known, key: string | undefined): string =>
  key === undefined ? "" : (known.get(key)?.uid ?? key);

const boundsOf = (when: Bounds, uid: string, known: Known, currency: string) => {
  const money = (amount: number | undefined): string =>
    amount === undefined ? "" : amountText({ amount, currency });
  return {
    when: typedCondition(when?.answers as never, uid, known),
    costAtLeast: money(when?.costAtLeast),
    costAtMost: money(when?.costAtMost),
  };
};

const approverOf = (approver: Approval["approvers"][number], uid: string, known: Known): TypedApprover => {
  const id = "id" in approver ? approver.id : "of" in approver ? uidOf(known, approver.of) : "";
  return { uid, kind: approver.kind, id };
};

const approvalOf = (approval: Approval, uid: string, known: Known, currency: string): TypedApproval => {
  const { name, rule = { kind: "any" as const }, oneRejectionEnds = false } = approval;
  return {
    ...newApproval(),
    ...{ uid, name, oneRejectionEnds },
    ...boundsOf(approval.when, `${uid}w`, known, currency),
    approvers: approval.approvers.map((each, at) => approverOf(each, `${uid}a${at}`, known)),
    rule: rule.kind,
    count: rule.kind === "quorum" ? text(rule.count) : rule.kind === "percentage" ? text(rule.percent) : "",
    remindHours: text(approval.remindHours),
    expiresHours: text(approval.expiresHours),
  };
};

/** Names of rows before, as their `uid`s. */
const rowsOf = (keys: readonly string[] = [], rows: readonly { readonly key: string }[], begin: string) =>
  keys.map((key) => {
    const at = rows.findIndex((row) => row.key === key);
    return at < 0 ? key : `${begin}${at}`;
  });

/** What a step may say beyond its texts, whatever kind it is of. */
type AnyStep = {
  readonly when?: Condition;
  readonly after?: readonly string[];
  readonly values?: readonly string[];
  readonly hours?: number;
  readonly modelField?: string;
  readonly assetField?: string;
  readonly aboutField?: string;
  readonly untilField?: string;
};

const stepsOf = (steps: NonNullable<ItemBody["fulfilment"]>, known: Known): readonly TypedStep[] =>
  steps.map((step, at) => {
    const {
      when,
      after,
      values = [],
      hours,
      modelField,
      assetField,
      aboutField,
      untilField,
      ...rest
    } = step as AnyStep;
    return {
      ...newStep(),
      ...rest,
      uid: `#p${at}`,
      after: rowsOf(after, steps, "#p"),
      when: typedCondition(when, `#p${at}w`, known),
      hours: text(hours),
      modelField: uidOf(known, modelField),
      assetField: uidOf(known, assetField),
      aboutField: uidOf(known, aboutField),
      untilField: uidOf(known, untilField),
      values: values.map((key) => uidOf(known, key)),
    };
  });

const partOf = (part: Part, at: number, parts: readonly Part[], known: Known): TypedPart => {
  const uid = `#b${at}`;
  const { key, catalogItemId, quantity = 1, answers = [], approval = "bundle" } = part;
  return {
    ...newPart(),
    ...{ uid, key, catalogItemId, approval },
    quantity: String(quantity),
    after: rowsOf(part.after, parts, "#b"),
    when: typedCondition(part.when as never, `${uid}w`, known),
    answers: answers.map(({ field, value = "", from }, a) => ({
      uid: `${uid}a${a}`,
      field,
      value,
      from: uidOf(known, from),
    })),
  };
};

/** A catalog item as it is typed. The same item always gives the same. */
export const typedItem = (item: Item): TypedItem => {
  const { price, recurring, audience, articles } = item;
  const currency = price?.currency ?? recurring?.currency ?? emptyItem.currency;
  const { form, known } = typedForm((item.form ?? { sections: [] }) as FormDefinition, currency);
  const approvals = item.approvals ?? [];
  return {
    ...{ name: item.name, summary: item.summary, categoryId: item.categoryId, currency, form },
    description: text(item.description),
    icon: text(item.icon),
    keywords: (item.keywords ?? []).join(", "),
    ownerId: text(item.ownerId),
    teamId: text(item.teamId),
    serviceId: text(item.serviceId),
    teamIds: audience?.teamIds ?? [],
    notTeamIds: audience?.notTeamIds ?? [],
    personIds: (audience?.personIds ?? []).join(", "),
    price: price === undefined ? "" : amountText(price),
    recurring: recurring === undefined ? "" : amountText(recurring),
    every: recurring?.every ?? emptyItem.every,
    deliveryDays: text(item.deliveryDays),
    mostQuantity: text(item.mostQuantity ?? 1),
    standing: text(item.standing),
    articleIds: (articles?.ids ?? []).join(", "),
    articleQuery: text(articles?.query),
    approvals: approvals.map((each, at) => approvalOf(each, `#a${at}`, known, currency)),
    autoApprove: (item.autoApprove ?? []).map(
      ({ reason, when }, at): TypedAuto => ({
        uid: `#o${at}`,
        reason,
        ...boundsOf(when, `#o${at}w`, known, currency),
      }),
    ),
    fulfilment: stepsOf(item.fulfilment ?? [], known),
    bundle: (item.bundle ?? []).map((part, at, parts) => partOf(part, at, parts, known)),
  };
};
