import { useRead } from "../../api/use-read.ts";
import type { Handling } from "./change-fields.tsx";
import { changeFormTexts as texts } from "./form-texts.ts";
import type { Edition, Way } from "./open-body.ts";

const once = { everyMs: 0 };
const nothing: Handling = { locked: [], required: [], requiredPlans: [] };
const everyPlan = ["implementation", "test", "backout", "communication"];

/** What changes without a model of their own are asked for; the API decides, this only says it before. */
const usual: Readonly<Partial<Record<Way, Handling>>> = {
  normal: { ...nothing, requiredPlans: everyPlan },
  emergency: { ...nothing, required: ["justification"], requiredPlans: ["backout"] },
};

/** How a change is handled, and what it is made from. */
export type Found = {
  readonly handling: Handling;
  readonly edition: Edition | undefined;
  /** Its template may not be used now. */
  readonly isUnusable: boolean;
};

type By = {
  readonly way: Way;
  readonly templateId?: string | undefined;
  readonly modelId?: string | undefined;
};

/** Reads what the template or the model of a change says of it. */
export const useHandling = ({ way, templateId, modelId }: By): Found => {
  const template = useRead(
    "GET /change-templates/{changeTemplateId}",
    templateId === undefined ? undefined : { params: { changeTemplateId: templateId } },
    once,
  ).value;
  const model = useRead(
    "GET /change-models/{changeModelId}",
    modelId === undefined ? undefined : { params: { changeModelId: modelId } },
    once,
  ).value;
  const edition = templateId === undefined ? undefined : template?.inUse;
  const asked = modelId === undefined ? undefined : model;
  const handling: Handling = {
    ...(usual[way] ?? nothing),
    ...(asked === undefined ? {} : { required: asked.requiredFields, requiredPlans: asked.requiredPlans }),
    ...(edition === undefined ? {} : { locked: edition.locked }),
  };
  const isUnusable =
    template !== undefined && templateId !== undefined && (template.stopped === true || !edition);
  return { handling, edition, isUnusable };
};

/** What is asked for, in words; nothing where nothing is. */
export const askedFor = ({ required, requiredPlans }: Handling): string =>
  [
    ...required.map((field) => texts.fieldNames[field] ?? field),
    ...requiredPlans.map((name) => (texts.plan[name] ?? name).toLowerCase()),
  ].join(", ");
