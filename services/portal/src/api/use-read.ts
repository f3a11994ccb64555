import { useCallback, useEffect } from "react";
import { useStore } from "../session/store.ts";
import type { ApiProblem } from "./problem.ts";
import { sourceOf } from "./reading.ts";
import type { Asked, ReplyOf, Route } from "./request.ts";

/** What a component knows of an address of the API. */
export type Read<T> = {
  readonly value: T | undefined;
  readonly problem: ApiProblem | undefined;
  readonly isLoading: boolean;
  /** Counts what changed elsewhere since it was first read. */
  readonly changes: number;
  readonly refresh: () => Promise<void>;
  /** Takes what a command answered as the new value. */
  readonly put: (value: T) => void;
};

/** Between two looks at what somebody else may have changed. */
const everyMs = 10_000;

/** Asks again every few seconds while the page is looked at, and at once when the person comes back to it. */
const usePolling = (refresh: () => Promise<void>, interval: number): void => {
  useEffect(() => {
    void refresh();
    const look = (): void => {
      if (document.visibilityState === "visible") void refresh();
    };
    const timer = interval > 0 ? setInterval(look, interval) : undefined;
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [refresh, interval]);
};

type Options = {
  /** Milliseconds between two looks for changes; 0 looks once. */
  readonly everyMs?: number;
};

/**
 * Reads an operation and keeps it fresh: what changes elsewhere shows within seconds, without a spinner and
 * without moving the focus. `undefined` instead of what to ask with reads nothing yet.
 */
export const useRead = <R extends Route>(
  route: R,
  asked: Asked<R> | undefined,
  { everyMs: interval = everyMs }: Options = {},
): Read<ReplyOf<R>> => {
  const text = JSON.stringify(asked);
  const source = sourceOf(route, text === undefined ? {} : JSON.parse(text));
  const reading = useStore(source.store);
  const isIdle = text === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the source is told by the route and the text
  const refresh = useCallback(() => (isIdle ? Promise.resolve() : source.refresh()), [route, text, isIdle]);
  usePolling(refresh, isIdle ? 0 : interval);
  return {
    value: reading.value as ReplyOf<R> | undefined,
    problem: reading.problem,
    isLoading: !isIdle && reading.isLoading,
    changes: reading.changes,
    refresh,
    put: source.put,
  };
};
