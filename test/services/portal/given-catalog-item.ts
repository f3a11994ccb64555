import { catalogServices } from "../../../infra/demo/catalog-services.ts";
import { catalogThings } from "../../../infra/demo/catalog-things.ts";
import { typedItem } from "../../../services/portal/src/pages/catalog-items/read-item.ts";
import {
  fieldsIn,
  type ItemBody,
  type TypedField,
  type TypedItem,
  type TypedSection,
} from "../../../services/portal/src/pages/catalog-items/typed-item.ts";
import { ItemFields } from "../../../services/request/catalog-item.ts";

const at = "CCA0000001";
const known = {
  categories: { hardware: at, software: at, access: at, people: at },
  laptop: "MDL0000001",
  screen: "MDL0000002",
  office: "MDL0000003",
};
export const sizeTest = { field: "size", is: ["large"], isSet: true };
export const order = {
  name: "Workplace",
  summary: "All of a desk",
  description: "Everything at once.",
  categoryId: at,
  icon: "desk",
  keywords: ["desk", "home office"],
  ownerId: "amy",
  teamId: "desk",
  serviceId: "CI0000001",
  audience: { teamIds: ["sales"], personIds: ["eve", "emil"], notTeamIds: ["temps"] },
  price: { amount: 19_999, currency: "EUR" },
  recurring: { amount: 500, currency: "EUR", every: "year" },
  deliveryDays: 0,
  mostQuantity: 4,
  standing: "asset",
  articles: { ids: ["KB0000001"], query: "desk" },
  form: {
    sections: [
      {
        key: "which",
        title: "Which?",
        help: "Look at the sizes",
        fields: [
          {
            key: "size",
            label: "Size",
            type: "choices",
            default: ["large"],
            choices: [
              { value: "small", label: "Small" },
              { value: "large", label: "Large", price: 9050, recurring: 5 },
            ],
          },
          { key: "count", label: "Count", type: "number", default: 2, min: 0, max: 9.5, whole: true },
          { key: "quick", label: "Quick", type: "boolean", default: false, required: true },
        ],
      },
      {
        key: "more",
        title: "More",
        when: { any: [sizeTest, { field: "count", atLeast: 2, atMost: 3 }] },
        fields: [
          {
            key: "who",
            label: "Who?",
            type: "reference",
            of: "person",
            prefill: "person.id",
            when: {
              all: [
                { field: "quick", is: [true] },
                { field: "count", isNot: [0, 1] },
              ],
            },
            requiredWhen: { field: "size", isSet: false },
          },
          {
            key: "why",
            label: "Why?",
            type: "text",
            help: "In a few words",
            minLength: 2,
            maxLength: 20,
            pattern: { regex: "^[a-z]+$", message: "Letters" },
          },
        ],
      },
    ],
  },
  approvals: [
    {
      name: "Owner",
      approvers: [
        { kind: "owner", of: "item" },
        { kind: "owner", of: "who" },
        { kind: "person", id: "kim" },
        { kind: "manager" },
      ],
      rule: { kind: "quorum", count: 2 },
      oneRejectionEnds: true,
      remindHours: 5,
      expiresHours: 50,
      when: { answers: sizeTest, costAtLeast: 10_050, costAtMost: 1_000_000 },
    },
    { name: "All", approvers: [{ kind: "team", id: "desk" }], rule: { kind: "percentage", percent: 50 } },
  ],
  autoApprove: [{ reason: "Small", when: { answers: { field: "size", is: ["small"] } } }, { reason: "Any" }],
  fulfilment: [
    { kind: "manual", key: "talk", title: "Talk", description: "Ask", teamId: "desk", hours: 4 },
    { kind: "reserve_asset", key: "keep", title: "Keep", modelField: "why", stockroomId: "STR0000001" },
    { kind: "return_asset", key: "back", title: "Back", assetField: "who", when: sizeTest },
    {
      kind: "open_change",
      key: "change",
      title: "Change",
      templateId: "CTP0000001",
      after: ["talk", "keep"],
    },
    { kind: "event", key: "tell", title: "Tell", name: "robot", values: ["size", "why"] },
    { kind: "call", key: "call", title: "Call", url: "https://robot.example/do", values: ["who"] },
    { kind: "wait", key: "hired", title: "Hired", signal: "hired", aboutField: "who", escalateTo: "desk" },
  ],
  bundle: [
    { key: "screen", catalogItemId: "CIT0000001", quantity: 2, answers: [{ field: "place", value: "desk" }] },
    {
      key: "phone",
      catalogItemId: "CIT0000002",
      answers: [
        { field: "keep", value: true },
        { field: "colours", value: ["red"] },
        { field: "reason", from: "why" },
      ],
      after: ["screen"],
      when: { field: "quick", is: [true] },
      approval: "own",
    },
  ],
};
export const demo = Object.values({ ...catalogThings(known as never), ...catalogServices(known as never) });
export const workplace = typedItem(order as ItemBody);
export const parsed = (item: unknown) => ItemFields.parse(item);
export const field = (item: TypedItem, key: string): TypedField =>
  fieldsIn(item).find((each) => each.key === key) as TypedField;
export const withForm = (sections: readonly TypedSection[], item = workplace): TypedItem => ({
  ...item,
  form: { sections },
});
export const changed = (item: TypedItem, key: string, more: Partial<TypedField>): TypedItem =>
  withForm(
    item.form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((each) => (each.key === key ? { ...each, ...more } : each)),
    })),
    item,
  );
