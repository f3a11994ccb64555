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

/** As many of one's own tickets and orders as there is room for below what is written about the matter. */
const mostOwn = 5;

/** Those of one's own records that have all the words, as hits. */
export const ownHits = (
  kind: "ticket" | "placed",
  place: string,
  records: readonly { readonly id: string; readonly title: string }[],
  words: readonly string[],
): readonly Hit[] =>
  records
    .filter(({ id, title }) => hasAll(`${id} ${title}`, words))
    .slice(0, mostOwn)
    .map(({ id, title }) => ({ kind, id, href: `${place}${id}`, title: plain(`${id} ${title}`) }));

/** What the person reported and ordered, all of it, by number and by words of its title. */
const useOwn = (text: string | undefined) => {
  const { id: personId } = useMe();
  const asks = text !== undefined;
  const tickets = useWhole(
    "GET /incidents",
    asks ? { query: { callerId: personId, limit: 100 } } : undefined,
  );
  const placed = useWhole("GET /requests", asks ? { query: { personId, limit: 100 } } : undefined);
  const words = wordsOf(text ?? "");
  const ordered = placed.items.map(({ id, items }) => ({
    id,
    title: items.map(({ name }) => name).join(", "),
  }));
  return {
    problem: tickets.problem ?? placed.problem,
    hits: asks
      ? [
          ...ownHits("ticket", "/incidents/", tickets.items, words),
          ...ownHits("placed", "/requests/", ordered, words),
        ]
      : [],
  };
};

/**
 * Searches articles, known errors and past tickets on the server; the catalog, own tickets and own orders in what is known of them.
 * `left`: what stood in the box when the person left it or pressed Enter.
 */
export const useSearch = (typed: string, left: string) => {
  const text = useSettled(typed.trim());
  const rested = useSettled(typed.trim(), doneMs);
  const asked = text.length > 1 ? text : undefined;
  const knowledge = useKnowledge(asked, text === left.trim() || text === rested);
  const own = useOwn(asked);
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
    problem: knowledge.problem ?? own.problem,
    hits: isAsking ? eachOnce([...orders, ...written, ...own.hits, ...past]) : [],
    didYouMean: isAsking ? knowledge.didYouMean : undefined,
  };
};
