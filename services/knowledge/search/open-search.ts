import type { Cells } from "../../../shared/dynamo/cells.ts";
import {
  answerOf,
  bulkCall,
  createCall,
  mustSucceed,
  type SendSearchCall,
  searchCall,
} from "../../../shared/search/open-search.ts";
import type { SearchIndex } from "./search-index.ts";
import { gone, type Source, withOverlap } from "./searchable.ts";

/** How far the service has everything, by source. */
type Reached = { readonly reached: Readonly<Record<string, string>>; readonly writtenAt: string };

const cell = "open-search";
const index = "knowledge";
/** As many documents as one call takes: a few megabytes. */
const mostAtOnce = 200;

const next = async (source: Source, reached: string) => {
  const ids: string[] = [];
  let last = reached;
  for await (const page of source.changes(withOverlap(reached))) {
    ids.push(...page.map(({ id }) => id));
    for (const { order } of page) if (order > last) last = order;
    if (ids.length >= mostAtOnce && last > reached) break;
  }
  return { ids: [...new Set(ids)], last };
};

/**
 * Amazon OpenSearch in the place of the own index: it is told of changes by the same sources, at the same times, and
 * asked with the same filters. It keeps itself, so there is nothing to compare; a rebuild sends everything again.
 */
export const createOpenSearch = (
  send: SendSearchCall,
  cells: Cells,
  sources: readonly Source[],
  now: () => Date,
): SearchIndex => {
  const load = async () => {
    const { edition, value = { reached: {}, writtenAt: "" } } = await cells.load<Reached>(cell);
    return { edition, ...value };
  };
  /** True when there may be more. */
  const push = async (source: Source): Promise<boolean> => {
    const { edition, reached } = await load();
    const before = reached[source.name] ?? "";
    const { ids, last } = await next(source, before);
    if (ids.length === 0) return false;
    const found = await source.documents(ids);
    await mustSucceed(
      send,
      bulkCall(
        index,
        ids.map((id) => found.get(id) ?? gone(id)),
      ),
    );
    const value = { reached: { ...reached, [source.name]: last }, writtenAt: now().toISOString() };
    const isMine = await cells.replace<Reached>(cell, edition, value);
    return isMine && last > before && ids.length >= mostAtOnce;
  };
  return {
    engine: {
      ask: (questions) =>
        Promise.all(
          questions.map(async (question) =>
            answerOf(question, await mustSucceed(send, searchCall(index, question))),
          ),
        ),
    },
    keep: async (deadline) => {
      if ((await load()).writtenAt === "") await send(createCall(index));
      for (const source of sources) while (performance.now() < deadline && (await push(source)));
    },
    check: async () => undefined,
    rebuild: async () => {
      const { edition } = await load();
      await cells.replace<Reached>(cell, edition, { reached: {}, writtenAt: "" });
    },
    status: async () => {
      const { writtenAt } = await load();
      const counted = await mustSucceed(send, { method: "GET", path: `/${index}/_count` });
      return {
        documents: Number((counted as { count?: number }).count ?? 0),
        segments: 0,
        writtenAt: writtenAt === "" ? undefined : writtenAt,
        isDamaged: false,
        isRebuilding: writtenAt === "",
        checkedAt: undefined,
        wrong: undefined,
      };
    },
  };
};
