import type { Schemas } from "../../../../../docs/generated/api.ts";
import { duplicateTexts as texts } from "./texts.ts";

export type Duplicate = Schemas["CiDuplicate"];

/** Why two items may be one. */
export const whyOf = ({ likeness: { kind, detail } }: Duplicate): string =>
  kind === "reported" ? detail : `${texts.reasons[kind] ?? kind}: ${detail}`;
