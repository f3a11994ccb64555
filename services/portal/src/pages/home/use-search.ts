import { useRead } from "../../api/use-read.ts";
import { useWhole } from "../../api/use-whole.ts";
import { useSettled } from "../../parts/use-settled.ts";
import { useMe } from "../../session/me.ts";
import { foundItems } from "../catalog/found-items.ts";
import { eachOnce, type Hit, hitOf, type Pieces } from "./hit.ts";
import { useKnowledge } from "./use-knowledge.ts";

/** Who has typed nothing for so long reads what was found. */
const doneMs = 3000;

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

/** One's own tickets that have all the words. */
const useTickets = (text: string | undefined) => {
  const me = useMe();
  const asked = text === undefined ? undefined : { query: { callerId: me.id, limit: 100 } };
  const { value, problem } = useRead("GET /incidents", asked, { everyMs: 0 });
  const words = wordsOf(text ?? "");
  const hits = (value?.items ?? [])
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
  return { hits, problem };
};

/**
 * Searches articles, known errors and past tickets on the server; the catalog and own tickets in what is known of them.
 * `left`: what stood in the box when the person left it or pressed Enter.
 */
export const useSearch = (typed: string, left: string) => {
  const text = useSettled(typed.trim());
  const rested = useSettled(typed.trim(), doneMs);
  const asked = text.length > 1 ? text : undefined;
  const knowledge = useKnowledge(asked, text === left.trim() || text === rested);
  const tickets = useTickets(asked);
  const orders = useOrders(asked);
  const found = knowledge.items.map(hitOf);
  const isPast = ({ kind }: Hit): boolean => kind === "past";
  const past = found.filter(isPast);
  const written = found.filter((hit) => !isPast(hit));
  const isAsking = asked !== undefined;
  return {
    text,
    isAsking,
    isLoading: isAsking && (knowledge.isLoading || text !== typed.trim()),
    problem: knowledge.problem ?? tickets.problem,
    hits: isAsking ? eachOnce([...orders, ...written, ...tickets.hits, ...past]) : [],
    didYouMean: isAsking ? knowledge.didYouMean : undefined,
  };
};
