import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { call } from "./call.ts";
import { type Page, readLater, rowsOf } from "./later-pages.ts";
import { type ApiProblem, asProblem } from "./problem.ts";
import type { Asked, ReplyOf, Route } from "./request.ts";
import { useRead } from "./use-read.ts";

/** Operations that answer a list page by page. */
export type ListRoute = {
  [R in Route]: ReplyOf<R> extends { readonly items: readonly unknown[] } ? R : never;
}[Route];
export type ItemOf<R extends ListRoute> =
  ReplyOf<R> extends { readonly items: readonly (infer Item)[] } ? Item : never;

/** A list as far as it has been read. */
export type Pages<Item> = {
  readonly items: readonly Item[];
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly problem: ApiProblem | undefined;
  /** Counts how often its beginning was changed elsewhere since it was first read. */
  readonly changes?: number;
  readonly more: () => Promise<void>;
  /** Reads anew all that has been read so far. */
  readonly refresh: () => Promise<void>;
};

type Options = { readonly everyMs?: number };
type Later = {
  /** The list they are pages of. */
  readonly of: string;
  /** The first page they follow. */
  readonly after: Page<unknown> | undefined;
  readonly pages: readonly Page<unknown>[];
  readonly problem?: ApiProblem | undefined;
};

const withCursor = (asked: object, cursor: string): object => ({
  ...asked,
  query: { ...(asked as { query?: object }).query, cursor },
});

type AnyRead = { readonly value: Page<unknown> | undefined } & Pick<
  Required<Pages<unknown>>,
  "isLoading" | "problem" | "refresh" | "changes"
>;
type AnyCall = (route: string, asked: object) => Promise<Page<unknown>>;

/** Further pages are read anew after this time although the first one stays as it is: theirs are rows, too. */
const laterEveryMs = 60_000;

const none: readonly never[] = [];

/** The pages after the first one, which follow it wherever it moves. */
const useLater = (
  name: string,
  first: Page<unknown> | undefined,
  readPage: (cursor: string) => Promise<Page<unknown>>,
  isLive: boolean,
) => {
  const [kept, setKept] = useState<Later>({ of: name, after: first, pages: none });
  const isKnown = kept.of === name;
  const pages = isKnown ? kept.pages : none;
  const newest = useRef({ name, first, pages });
  newest.current = { name, first, pages };
  const isCurrent = useCallback((of: string, after: unknown, before: unknown): boolean => {
    const now = newest.current;
    return now.name === of && now.first === after && now.pages === before;
  }, []);
  const again = useCallback(async (): Promise<void> => {
    const { name: of, first: after, pages: before } = newest.current;
    if (after === undefined || before.length === 0) return;
    try {
      const next = await readLater(after, before.length, readPage);
      // Another list, more pages or a first page that moved on: those are read by whoever asked for them.
      if (isCurrent(of, after, before)) setKept({ of, after, pages: next });
    } catch (error) {
      if (isCurrent(of, after, before)) setKept({ of, after, pages: before, problem: asProblem(error) });
    }
  }, [readPage, isCurrent]);
  const isBehind = isKnown && pages.length > 0 && first !== undefined && kept.after !== first;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each first page that came is followed
  useEffect(() => {
    if (isBehind) void again();
  }, [isBehind, first, again]);
  useEffect(() => {
    if (pages.length === 0 || !isLive) return;
    const timer = setInterval(() => document.visibilityState === "visible" && void again(), laterEveryMs);
    return () => clearInterval(timer);
  }, [pages.length, isLive, again]);
  return {
    pages,
    problem: isKnown ? kept.problem : undefined,
    again,
    add: (page: Page<unknown>) => setKept({ of: name, after: first, pages: [...pages, page] }),
    fail: (error: unknown) => setKept({ of: name, after: first, pages, problem: asProblem(error) }),
  };
};

const usePagesOf = (route: string, asked: object | undefined, options?: Options): Pages<unknown> => {
  const first = useRead(route as Route, asked as never, options) as AnyRead;
  const name = `${route} ${JSON.stringify(asked)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is asked is told by the name
  const readPage = useCallback(
    (cursor: string) => (call as AnyCall)(route, withCursor(asked ?? {}, cursor)),
    [name],
  );
  const later = useLater(name, first.value, readPage, options?.everyMs !== 0);
  const cursor = (later.pages.at(-1) ?? first.value)?.nextCursor;
  const more = async (): Promise<void> => {
    if (asked === undefined || cursor === undefined) return;
    await readPage(cursor).then(later.add, later.fail);
  };
  return {
    items: useMemo(() => rowsOf([first.value, ...later.pages]), [first.value, later.pages]),
    isLoading: first.isLoading,
    hasMore: cursor !== undefined,
    problem: first.problem ?? later.problem,
    changes: first.changes,
    more,
    refresh: async () => {
      await first.refresh();
      await later.again();
    },
  };
};

/** Reads a list: as far as it was read it stays fresh by itself, `more` adds the next page. */
export const usePages = <R extends ListRoute>(
  route: R,
  asked: Asked<R> | undefined,
  options?: Options,
): Pages<ItemOf<R>> => usePagesOf(route, asked as object | undefined, options) as Pages<ItemOf<R>>;
