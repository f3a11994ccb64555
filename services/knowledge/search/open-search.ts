import type { Cells } from "../../../shared/dynamo/cells.ts";
import {
  answerOf,
  bulkCall,
  makeIndex,
  mustSucceed,
  type SendSearchCall,
  searchCall,
} from "../../../shared/search/open-search.ts";
import type { SearchIndex } from "./search-index.ts";
import { type Changed, gone, type Source, withOverlap } from "./searchable.ts";

/** How far the service has everything, by source. */
type Reached = { readonly reached: Readonly<Record<string, string>>; readonly writtenAt: string };

const cell = "open-search";
const index = "knowledge";
/** As many documents as one call takes: a few megabytes. */
const mostAtOnce = 200;
/** For so long a container takes it that the service knows everything; as with the own index. */
const keptMs = 1000;

const next = async (source: Source, reached: string) => {
  const found = new Map<string, Changed>();
  let last = reached;
  for await (const page of source.changes(withOverlap(reached))) {
    for (const each of page) found.set(each.id, each);
    for (const { order } of page) if (order > last) last = order;
    if (found.size >= mostAtOnce && last > reached) break;
  }
  return { changed: [...found.values()], last };
};

/** What a container has told the service lately, by id: so that it is not told the same each second. */
type Told = { at: number; stamps: ReadonlyMap<string, string> };

/**
 * Amazon OpenSearch in the place of the own index: it is told of changes by the same sources, when a question comes
 * and by the schedule, and asked with the same filters. It keeps itself, so there is nothing to compare; a rebuild
 * sends everything again.
 */
export const createOpenSearch = () => {
  const told: Told = { at: Number.NEGATIVE_INFINITY, stamps: new Map() };
  return (send: SendSearchCall, cells: Cells, sources: readonly Source[], now: () => Date): SearchIndex => {
    const load = async () => {
      const { edition, value = { reached: {}, writtenAt: "" } } = await cells.load<Reached>(cell);
      return { edition, ...value };
    };
    const tell = async (source: Source, ids: readonly string[]): Promise<void> => {
      const found = await source.documents(ids);
      const documents = ids.map((id) => found.get(id) ?? gone(id));
      if (documents.length > 0) await mustSucceed(send, bulkCall(index, documents));
    };
    /** True when there may be more. */
    const push = async (source: Source): Promise<boolean> => {
      const { edition, reached } = await load();
      const before = reached[source.name] ?? "";
      const { changed, last } = await next(source, before);
      if (changed.length === 0) return false;
      await tell(
        source,
        changed.map(({ id }) => id),
      );
      const value = { reached: { ...reached, [source.name]: last }, writtenAt: now().toISOString() };
      const isMine = await cells.replace<Reached>(cell, edition, value);
      return isMine && last > before && changed.length >= mostAtOnce;
    };
    const isTold = ({ id, stamp }: Changed): boolean => told.stamps.get(id) === stamp;
    /** What the schedule has not told yet; more than one call takes is left to it, and so is a service without an index. */
    const tellNews = async (): Promise<void> => {
      const at = now().getTime();
      if (Math.abs(at - told.at) < keptMs) return;
      const { reached, writtenAt } = await load();
      if (writtenAt === "") return;
      const stamps = new Map<string, string>();
      for (const source of sources) {
        const { changed } = await next(source, reached[source.name] ?? "");
        const [known, fresh] = [changed.filter(isTold), changed.filter((each) => !isTold(each))];
        const first = fresh.slice(0, mostAtOnce);
        await tell(
          source,
          first.map(({ id }) => id),
        );
        for (const { id, stamp } of [...known, ...first]) stamps.set(id, stamp);
      }
      Object.assign(told, { at, stamps });
    };
    const rebuild = async (): Promise<void> => {
      const { edition } = await load();
      await cells.replace<Reached>(cell, edition, { reached: {}, writtenAt: "" });
    };
    const count = async (): Promise<number> => {
      const counted = await mustSucceed(send, { method: "GET", path: `/${index}/_count` });
      return Number((counted as { count?: number }).count ?? 0);
    };
    return {
      engine: {
        ask: async (questions) => {
          await tellNews();
          return Promise.all(
            questions.map(async (question) =>
              answerOf(question, await mustSucceed(send, searchCall(index, question))),
            ),
          );
        },
      },
      keep: async (deadline) => {
        if ((await load()).writtenAt === "") await makeIndex(send, index);
        for (const source of sources) while (performance.now() < deadline && (await push(source)));
      },
      check: async () => undefined,
      rebuild,
      status: async () => {
        const { writtenAt } = await load();
        return {
          documents: await count(),
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
};
