import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { withoutEmpty } from "../../parts/form/bound.ts";

export type OpenBody = BodyOf<"POST /changes">;
export type Way = "template" | "model" | "normal" | "emergency";

/** A change that is asked for, as it is typed. */
export type TypedChange = { readonly way: Way } & OpenBody;

export type Edition = NonNullable<Schemas["ChangeTemplate"]["inUse"]>;

/** What is shown while a change is made from a template: what it says, and what was typed instead. */
export const withEdition = (typed: TypedChange, edition: Edition | undefined): TypedChange => {
  if (edition === undefined) return typed;
  const fixed = Object.fromEntries(edition.locked.map((field) => [field, edition.fields[field]]));
  // As it is typed, with the blank behind a word that is not finished yet.
  const said = Object.entries(typed).filter(([, value]) => value !== undefined && value !== "");
  return { ...edition.fields, ...Object.fromEntries(said), ...fixed } as TypedChange;
};

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What was typed of what is shown: what the template says is not typed, and goes with it when another one is chosen. */
export const typedOver = (shown: TypedChange, edition: Edition | undefined): TypedChange => {
  const said: Readonly<Record<string, unknown>> = edition?.fields ?? {};
  return Object.fromEntries(
    Object.entries(shown).filter(([field, value]) => !(field in said) || !isSame(value, said[field])),
  ) as TypedChange;
};

/** What says how it goes: nothing for a template's or a model's, whose type it has. */
const kindOf = ({ way, templateId, modelId }: TypedChange): OpenBody => {
  if (way === "template") return withoutEmpty({ templateId });
  return way === "model" ? withoutEmpty({ modelId }) : { type: way };
};

/** What is typed as the API takes it; what the template fixes is left to it. */
export const openBodyOf = (typed: TypedChange, edition: Edition | undefined): OpenBody => {
  const { way: _way, type: _type, templateId: _template, modelId: _model, ...said } = typed;
  const { plans, modifications, ...fields } = withoutEmpty(said);
  const { cis = [], relations = [] } = modifications ?? {};
  const left = edition?.locked ?? [];
  const all = {
    ...fields,
    ...(plans === undefined || Object.keys(plans).length === 0 ? {} : { plans }),
    ...(cis.length + relations.length === 0 ? {} : { modifications: { cis, relations } }),
  };
  return {
    ...Object.fromEntries(Object.entries(all).filter(([field]) => left.every((each) => each !== field))),
    ...kindOf(typed),
  };
};

const linkTypes = { problem: "problem", incident: "resolves", request: "request" } as const;

/** What the address that led here says of it: what it belongs to, what it is about. */
export const typedFrom = (search: string): TypedChange => {
  const query = new URLSearchParams(search);
  const said = (name: string): string | undefined => query.get(name) ?? undefined;
  const links = Object.entries(linkTypes).flatMap(([name, type]) => {
    const target = said(name);
    return target === undefined ? [] : [{ type, target }];
  });
  const templateId = said("template");
  const modelId = said("model");
  return withoutEmpty({
    way: templateId !== undefined ? "template" : modelId !== undefined ? "model" : "normal",
    templateId,
    modelId,
    title: said("title"),
    serviceId: said("service"),
    parentId: said("parent"),
    ciIds: query.getAll("ci"),
    links,
  }) as TypedChange;
};
