import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { Unreadable } from "../service-levels/plain-text.ts";

type Settings = Schemas["KnowledgeSettings"];
type Body = BodyOf<"PUT /knowledge-settings">;
export type Reviewers = NonNullable<Body["reviewers"]>[number];

/** The rules for articles as they are typed: synonyms as lines, all else in the shape of the body. */
export type TypedSettings = Omit<Body, "synonyms"> & { readonly synonyms: string };

const word = /^[\p{L}\p{N}\p{M}]{1,64}$/u;

/** Words that mean the same, one group on a line. */
export const synonymText = (groups: Settings["synonyms"]): string =>
  groups.map((group) => group.join(", ")).join("\n");

/** Reads them again; throws `Unreadable` with the line that has something else than single words. */
export const readSynonyms = (text: string): readonly (readonly string[])[] =>
  text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const words = line.split(/[,;=]/).map((each) => each.trim());
      if (words.length < 2 || words.some((each) => !word.test(each))) throw new Unreadable(line.trim());
      return words;
    });

export const typedSettings = (settings: Settings): TypedSettings => {
  const { reviewers, validDays, remindDays, proposals, deflectionHours, searchLogDays, languages } = settings;
  const rest = { reviewers, remindDays, proposals, deflectionHours, searchLogDays, languages };
  return {
    ...rest,
    ...(validDays === undefined ? {} : { validDays }),
    synonyms: synonymText(settings.synonyms),
  };
};

/** What is typed as the API takes it; reviewers of no category are none. */
export const settingsBody = ({ synonyms, reviewers = [], ...rest }: TypedSettings): Body => ({
  ...rest,
  reviewers: reviewers.filter(
    ({ category = "", personIds = [], teamIds = [] }) =>
      category.trim() !== "" || personIds.length > 0 || teamIds.length > 0,
  ),
  synonyms: readSynonyms(synonyms),
});
