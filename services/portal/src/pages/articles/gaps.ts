import type { ReplyOf } from "../../api/request.ts";
import { gapsTexts as texts } from "./gaps-texts.ts";

export type Gaps = ReplyOf<"GET /knowledge/gaps">;

/** Words that were searched for in vain, and how often. */
export type Search = Gaps["searches"][number] & { readonly id: string };

/** Tickets of a category and service that were resolved without an article. */
export type Theme = Gaps["tickets"][number] & { readonly id: string; readonly about: string };

export const searchRows = (gaps: Gaps | undefined): readonly Search[] =>
  (gaps?.searches ?? []).map((each) => ({ ...each, id: each.words }));

export const themeRows = (gaps: Gaps | undefined, nameOf: (ciId: string) => string): readonly Theme[] =>
  (gaps?.tickets ?? []).map((each) => {
    const about = [each.category, each.serviceId && nameOf(each.serviceId)].filter(Boolean).join(", ");
    return { ...each, id: JSON.stringify([each.category, each.serviceId]), about: about || texts.noTheme };
  });

/** Where an article about something is begun. */
export const writeAddress = (title: string, category: string | undefined): string =>
  `/articles/new?${new URLSearchParams({ title, ...(category === undefined ? {} : { category }) })}`;
