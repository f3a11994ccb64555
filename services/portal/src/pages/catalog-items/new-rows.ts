import {
  newUid,
  type TypedApproval,
  type TypedApprover,
  type TypedAuto,
  type TypedChoice,
  type TypedCondition,
  type TypedField,
  type TypedItem,
  type TypedPart,
  type TypedSection,
  type TypedStep,
  type TypedTest,
} from "./typed-item.ts";

export const noCondition: TypedCondition = { mode: "all", tests: [] };

export const newTest = (field: string): TypedTest => ({
  uid: newUid(),
  field,
  op: "is",
  values: [],
  from: "",
  to: "",
});

export const newChoice = (): TypedChoice => ({
  uid: newUid(),
  value: "",
  label: "",
  price: "",
  recurring: "",
});

export const newField = (): TypedField => ({
  uid: newUid(),
  key: "",
  label: "",
  type: "text",
  help: "",
  required: false,
  requiredWhen: noCondition,
  when: noCondition,
  default: [],
  prefill: "",
  min: "",
  max: "",
  whole: false,
  minLength: "",
  maxLength: "",
  regex: "",
  message: "",
  choices: [],
  of: "",
});

export const newSection = (): TypedSection => ({
  uid: newUid(),
  key: "",
  title: "",
  help: "",
  when: noCondition,
  fields: [],
});

export const newApprover = (): TypedApprover => ({ uid: newUid(), kind: "manager", id: "" });

const always = { when: noCondition, costAtLeast: "", costAtMost: "" };

export const newApproval = (): TypedApproval => ({
  uid: newUid(),
  ...always,
  name: "",
  approvers: [newApprover()],
  rule: "any",
  count: "",
  oneRejectionEnds: false,
  remindHours: "24",
  expiresHours: "",
});

export const newAuto = (): TypedAuto => ({ uid: newUid(), ...always, reason: "" });

export const newStep = (): TypedStep => ({
  uid: newUid(),
  kind: "manual",
  key: "",
  title: "",
  description: "",
  teamId: "",
  after: [],
  when: noCondition,
  hours: "",
  modelId: "",
  modelField: "",
  stockroomId: "",
  assetField: "",
  templateId: "",
  name: "",
  url: "",
  values: [],
  signal: "",
  aboutField: "",
  untilField: "",
  escalateTo: "",
});

export const newPart = (): TypedPart => ({
  uid: newUid(),
  key: "",
  catalogItemId: "",
  quantity: "1",
  answers: [],
  after: [],
  when: noCondition,
  approval: "bundle",
});

export const emptyItem: TypedItem = {
  name: "",
  summary: "",
  description: "",
  categoryId: "",
  icon: "",
  keywords: "",
  ownerId: "",
  teamId: "",
  serviceId: "",
  teamIds: [],
  notTeamIds: [],
  personIds: "",
  currency: "EUR",
  price: "",
  recurring: "",
  every: "month",
  deliveryDays: "",
  mostQuantity: "1",
  standing: "",
  articleIds: "",
  articleQuery: "",
  form: { sections: [] },
  approvals: [],
  autoApprove: [],
  fulfilment: [],
  bundle: [],
};
