import { useRead } from "../../api/use-read.ts";
import { useWhole } from "../../api/use-whole.ts";
import { useSettled } from "../../parts/use-settled.ts";
import { useMe } from "../../session/me.ts";
import { foundItems } from "../catalog/found-items.ts";

type Pieces = readonly { readonly text: string; readonly hit: boolean }[];

/** Something that may be what the person needs. */
export type Hit = {
  readonly kind: "article" | "known_error" | "ticket" | "order";
  readonly id: string;
  readonly href: string;
  readonly title: Pieces;
  readonly lead?: Pieces | undefined;
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

const hasAll = (text: string, words: readonly string[]): boolean =>
  words.every((word) => text.toLowerCase().includes(word));

const plain = (text: string): Pieces => [{ text, hit: false }];

/** As many things to order as are shown above what is written about the matter. */
const mostOrders = 4;

/** What can be ordered and fits, as somebody finds it who says what they need. */
const useOrders = (text: string | undefined): readonly Hit[] => {
  const catalog = useWhole("GET /catalog-items", text === undefined ? undefined : { query: { limit: 100 } });
  if (text === undefined) return [];
  return foundItems(catalog.items, text)
    .slice(0, mostOrders)
    .map(({ id, name, summary }) => ({
      kind: "order",
      id,
      href: `/catalog/${id}`,
      title: plain(name),
      lead: plain(summary),
    }));
};

/** Searches articles and known errors on the server; the catalog and own tickets in what is known of them. */
export const useSearch = (typed: string) => {
  const me = useMe();
  const text = useSettled(typed.trim());
  const isAsking = text.length > 1;
  const once = { everyMs: 0 };
  const knowledge = useRead(
    "POST /knowledge/search",
    isAsking ? { body: { text, isTyping: true, limit: 10 } } : undefined,
    once,
  );
  const own = useRead(
    "GET /incidents",
    isAsking ? { query: { callerId: me.id, limit: 100 } } : undefined,
    once,
  );
  const orders = useOrders(isAsking ? text : undefined);
  const words = wordsOf(text);
  const tickets = (own.value?.items ?? [])
    .filter(({ id, title }) => hasAll(`${id} ${title}`, words))
    .slice(0, 5)
    .map(
      ({ id, title }): Hit => ({
        kind: "ticket",
        id,
        href: `/incidents/${id}`,
        title: plain(`${id} ${title}`),
      }),
    );
  const found = (knowledge.value?.items ?? []).flatMap(({ kind, id, title, excerpt }): Hit[] =>
    kind === "incident"
      ? []
      : [
          {
            kind,
            id,
            href: kind === "article" ? `/read/${id}` : `/known-errors/${id}`,
            title,
            lead: excerpt,
          },
        ],
  );
  return {
    text,
    isAsking,
    isLoading: isAsking && (knowledge.isLoading || text !== typed.trim()),
    problem: knowledge.problem ?? own.problem,
    hits: isAsking ? [...orders, ...found, ...tickets] : [],
    didYouMean: isAsking ? knowledge.value?.didYouMean : undefined,
  };
};
