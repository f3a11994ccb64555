import { useMemo, useState } from "react";
import { call } from "./call.ts";
import { type ApiProblem, asProblem } from "./problem.ts";
import type { Asked, ReplyOf, Route } from "./request.ts";
import { useRead } from "./use-read.ts";

/** Operations that answer a list page by page. */
export type ListRoute = {
  [R in Route]: ReplyOf<R> extends { readonly items: readonly unknown[] } ? R : never;
}[Route];
export type ItemOf<R extends ListRoute> =
  ReplyOf<R> extends { readonly items: readonly (infer Item)[] } ? Item : never;

type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor?: string };

/** A list as far as it has been read. */
export type Pages<Item> = {
  readonly items: readonly Item[];
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly problem: ApiProblem | undefined;
  readonly more: () => Promise<void>;
  readonly refresh: () => Promise<void>;
};

type Options = { readonly everyMs?: number };
type Rest<Item> = {
  readonly of: string;
  readonly pages: readonly Page<Item>[];
  readonly problem?: ApiProblem;
};

const withCursor = (asked: object, cursor: string): object => ({
  ...asked,
  query: { ...(asked as { query?: object }).query, cursor },
});

const rowsOf = <Item>(first: Page<Item> | undefined, later: readonly Page<Item>[]): readonly Item[] => {
  const seen = new Set<unknown>();
  // What moved from a later page to the first one while that was read again is shown once.
  return [...(first?.items ?? []), ...later.flatMap(({ items }) => items)].filter((item) => {
    const id = (item as { readonly id?: unknown }).id ?? item;
    return seen.has(id) ? false : seen.add(id);
  });
};

type AnyRead = { readonly value: Page<unknown> | undefined } & Pick<
  Pages<unknown>,
  "isLoading" | "problem" | "refresh"
>;
type AnyCall = (route: string, asked: object) => Promise<Page<unknown>>;

const none: readonly never[] = [];

const usePagesOf = (route: string, asked: object | undefined, options?: Options): Pages<unknown> => {
  const first = useRead(route as Route, asked as never, options) as AnyRead;
  const name = `${route} ${JSON.stringify(asked)}`;
  const [rest, setRest] = useState<Rest<unknown>>({ of: name, pages: [] });
  const later = rest.of === name ? rest.pages : none;
  const cursor = (later.at(-1) ?? first.value)?.nextCursor;
  const more = async (): Promise<void> => {
    if (asked === undefined || cursor === undefined) return;
    try {
      const next = await (call as AnyCall)(route, withCursor(asked, cursor));
      // Another list may be shown by now: its pages carry another name.
      setRest({ of: name, pages: [...later, next] });
    } catch (error) {
      setRest({ of: name, pages: later, problem: asProblem(error) });
    }
  };
  return {
    items: useMemo(() => rowsOf(first.value, later), [first.value, later]),
    isLoading: first.isLoading,
    hasMore: cursor !== undefined,
    problem: first.problem ?? (rest.of === name ? rest.problem : undefined),
    more,
    refresh: first.refresh,
  };
};

/** Reads a list: its first page stays fresh by itself, `more` adds the next one. */
export const usePages = <R extends ListRoute>(
  route: R,
  asked: Asked<R> | undefined,
  options?: Options,
): Pages<ItemOf<R>> => usePagesOf(route, asked as object | undefined, options) as Pages<ItemOf<R>>;
