import type { Schemas } from "../../../../../docs/generated/api.ts";
import { foundArticle } from "../read/found-by.ts";

type Found = Pick<Schemas["FoundItem"], "kind" | "id" | "title" | "excerpt">;
export type Pieces = readonly { readonly text: string; readonly hit: boolean }[];

/** Something that may be what the person needs. */
export type Hit = {
  readonly kind: "article" | "known_error" | "past" | "ticket" | "order" | "placed";
  readonly id: string;
  readonly href: string;
  readonly title: Pieces;
  readonly lead?: Pieces | undefined;
};

const places = {
  article: { kind: "article", address: foundArticle },
  known_error: { kind: "known_error", address: (id: string) => `/known-errors/${id}` },
  incident: { kind: "past", address: (id: string) => `/incidents/${id}` },
} as const;

/** What the search found, as the start page shows it. */
export const hitOf = ({ kind, id, title, excerpt }: Found): Hit => ({
  kind: places[kind].kind,
  id,
  href: places[kind].address(id),
  title: kind === "incident" ? [{ text: `${id} `, hit: false }, ...title] : title,
  lead: excerpt,
});

/** Each thing once, where it stands first: one's own ticket is found twice. */
export const eachOnce = (hits: readonly Hit[]): readonly Hit[] =>
  hits.filter((hit, at) => hits.findIndex(({ href }) => href === hit.href) === at);
