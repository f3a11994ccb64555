import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { withoutEmpty } from "../../parts/form/bound.ts";
import { recordIn, textOfRecord } from "./lines.ts";

export type Source = Schemas["CiSource"];
type SourceBody = BodyOf<"POST /ci-sources">;
type Relation = Source["mapping"]["relations"][string];

/** A source as its form has it: its words and ours as text, one on a line. */
export type TypedSource = Omit<SourceBody, "mapping" | "id"> & {
  readonly id?: string;
  readonly classes: string;
  readonly relations: string;
  readonly attributes: string;
  readonly defaults: string;
};

const same = (text: string): string | undefined => (text === "" ? undefined : text);

const relationText = ({ type, isReversed, group }: Relation): string =>
  [type, ...(isReversed ? ["reversed"] : []), ...(group === undefined ? [] : [`group ${group}`])].join(" ");

const relationIn = (text: string): Relation | undefined => {
  const [, type, reversed, group] = /^(\S+)( reversed)?(?: group (.+))?$/.exec(text) ?? [];
  if (type === undefined) return undefined;
  return { type, isReversed: reversed !== undefined, ...(group === undefined ? {} : { group }) };
};

/** Left out. */
const dash = "-";

export const newSource = (): TypedSource => ({
  id: "src.",
  name: "",
  format: "csv",
  relationsAre: "added",
  staleAfterDays: 60,
  classes: "",
  relations: "",
  attributes: "",
  defaults: "",
});

export const typedSource = (source: Source): TypedSource => {
  const { classes, relations, attributes, defaults } = source.mapping;
  return {
    name: source.name,
    ...(source.description === undefined ? {} : { description: source.description }),
    format: source.format,
    relationsAre: source.relationsAre,
    staleAfterDays: source.staleAfterDays,
    classes: textOfRecord(classes, String),
    relations: textOfRecord(relations, relationText),
    attributes: textOfRecord(attributes, (name) => name ?? dash),
    defaults: textOfRecord(defaults, String),
  };
};

/** What is typed as the API takes it; throws `Unreadable`. */
export const sourceBody = ({ classes, relations, attributes, defaults, ...typed }: TypedSource) =>
  withoutEmpty({
    ...typed,
    mapping: {
      classes: recordIn(classes, same),
      relations: recordIn(relations, relationIn),
      attributes: recordIn(attributes, (text) => (text === dash ? null : same(text))),
      defaults: recordIn(defaults, same),
    },
  });
