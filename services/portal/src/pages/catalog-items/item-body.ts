import { conditionBody, type Names, nameOf, numberOf } from "./condition-body.ts";
import { amountOf, formBody, given } from "./form-body.ts";
import { namesIn } from "./item-names.ts";
import type {
  ItemBody,
  StepBody,
  TypedApproval,
  TypedApprover,
  TypedAuto,
  TypedItem,
  TypedPart,
  TypedStep,
} from "./typed-item.ts";

type Approval = NonNullable<ItemBody["approvals"]>[number];
type Part = NonNullable<ItemBody["bundle"]>[number];

const wordsOf = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);
const phrasesOf = (text: string): readonly string[] =>
  text
    .split(",")
    .map((each) => each.trim())
    .filter(Boolean);

const approverBody = ({ kind, id }: TypedApprover, names: Names) => {
  if (kind === "manager") return { kind };
  return kind === "owner" ? { kind, of: nameOf(names, id) } : { kind, id: id.trim() };
};

const ruleBody = ({ rule, count }: TypedApproval) => {
  if (rule === "quorum") return { kind: rule, count: Number(count) };
  return rule === "percentage" ? { kind: rule, percent: Number(count) } : { kind: rule };
};

const boundsBody = (row: TypedApproval | TypedAuto, names: Names, currency: string) => {
  const when = given({
    answers: conditionBody(row.when, names),
    costAtLeast: amountOf(row.costAtLeast, currency),
    costAtMost: amountOf(row.costAtMost, currency),
  });
  return Object.keys(when).length === 0 ? {} : { when };
};

const approvalBody = (row: TypedApproval, names: Names, currency: string): Approval =>
  ({
    name: row.name.trim(),
    approvers: row.approvers.map((each) => approverBody(each, names)),
    rule: ruleBody(row),
    oneRejectionEnds: row.oneRejectionEnds,
    ...given({ remindHours: numberOf(row.remindHours), expiresHours: numberOf(row.expiresHours) }),
    ...boundsBody(row, names, currency),
  }) as Approval;

const modelKinds = new Set(["reserve_asset", "hand_over_asset", "allocate_seat", "release_seat"]);
/** Whether a step says of which model it is. */
export const hasModel = ({ kind }: Pick<TypedStep, "kind">): boolean => modelKinds.has(kind);
/** Whether a step takes something from a stockroom. */
export const hasStockroom = ({ kind }: Pick<TypedStep, "kind">): boolean =>
  kind === "reserve_asset" || kind === "hand_over_asset";
/** Whether a step is done by the customer's own automation, which is told answers. */
export const isAutomated = ({ kind }: Pick<TypedStep, "kind">): boolean =>
  kind === "event" || kind === "call";

/** Either for a day that an answer names, or for a signal. */
const waitBody = ({ untilField, signal, aboutField }: TypedStep, names: Names): object =>
  untilField !== ""
    ? { untilField: nameOf(names, untilField) }
    : given({ signal: signal.trim(), aboutField: nameOf(names, aboutField) });

const ofKind = (step: TypedStep, names: Names): object => {
  const { kind, modelId, modelField, stockroomId, assetField, templateId, name, url, values } = step;
  if (hasModel(step))
    return given({
      modelId,
      modelField: modelId === "" ? nameOf(names, modelField) : "",
      stockroomId: hasStockroom(step) ? stockroomId : "",
    });
  if (kind === "return_asset") return { assetField: nameOf(names, assetField) };
  if (kind === "open_change") return { templateId };
  if (kind === "wait") return waitBody(step, names);
  if (!isAutomated(step)) return {};
  const told = { values: values.map((each) => nameOf(names, each)) };
  return kind === "event" ? { name: name.trim(), ...told } : { url: url.trim(), ...told };
};

const stepBody = (step: TypedStep, names: Names): StepBody =>
  ({
    kind: step.kind,
    key: nameOf(names, step.uid),
    title: step.title.trim(),
    ...given({
      description: step.description.trim(),
      teamId: step.teamId,
      after: step.after.map((each) => nameOf(names, each)),
      when: conditionBody(step.when, names),
      hours: numberOf(step.hours),
      escalateTo: step.escalateTo,
    }),
    ...ofKind(step, names),
  }) as StepBody;

const partBody = (part: TypedPart, names: Names): Part => ({
  key: nameOf(names, part.uid),
  catalogItemId: part.catalogItemId,
  quantity: Number(part.quantity),
  answers: part.answers.map(({ field, value, from }) =>
    from === "" ? { field, value } : { field, from: nameOf(names, from) },
  ),
  after: part.after.map((each) => nameOf(names, each)),
  ...given({ when: conditionBody(part.when, names) }),
  approval: part.approval as Part["approval"],
});

const articlesBody = ({ articleIds, articleQuery }: TypedItem): Pick<ItemBody, "articles"> => {
  const [ids, query] = [wordsOf(articleIds), articleQuery.trim()];
  return ids.length === 0 && query === "" ? {} : { articles: { ids, ...given({ query }) } };
};

const pricesBody = ({ price, recurring, every, currency }: TypedItem): Partial<ItemBody> => {
  const [once, again] = [amountOf(price, currency), amountOf(recurring, currency)];
  return {
    ...(once === undefined ? {} : { price: { amount: once, currency } }),
    ...(again === undefined ? {} : { recurring: { amount: again, currency, every: every as "month" } }),
  };
};

/** A catalog item as it is typed, as the API takes it: every row at its own place, so that faults are found again. */
export const itemBody = (item: TypedItem): ItemBody => {
  const names = namesIn(item);
  const { currency } = item;
  return {
    name: item.name.trim(),
    summary: item.summary.trim(),
    categoryId: item.categoryId,
    ...(given({
      description: item.description.trim(),
      icon: item.icon.trim(),
      ownerId: item.ownerId.trim(),
      teamId: item.teamId,
      serviceId: item.serviceId.trim(),
      deliveryDays: numberOf(item.deliveryDays),
      standing: item.standing,
    }) as object),
    ...pricesBody(item),
    ...articlesBody(item),
    keywords: phrasesOf(item.keywords),
    audience: {
      teamIds: item.teamIds,
      personIds: wordsOf(item.personIds),
      notTeamIds: item.notTeamIds,
    },
    mostQuantity: numberOf(item.mostQuantity) ?? 1,
    form: formBody(item, names) as ItemBody["form"] & object,
    approvals: item.approvals.map((row) => approvalBody(row, names, currency)),
    autoApprove: item.autoApprove.map((row) => ({
      reason: row.reason.trim(),
      ...boundsBody(row, names, currency),
    })) as ItemBody["autoApprove"] & object,
    fulfilment: item.fulfilment.map((step) => stepBody(step, names)),
    ...(item.bundle.length === 0 ? {} : { bundle: item.bundle.map((part) => partBody(part, names)) }),
  };
};
