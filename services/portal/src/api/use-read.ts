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
  /** Asks again after the person did something, or because they want to. */
  readonly refresh: () => Promise<void>;
  /** Takes what a command answered as the new value. */
  readonly put: (value: T) => void;
};

/** Between two looks at what somebody else may have changed. */
const everyMs = 10_000;

/** Asks again every few seconds while the page is looked at, and at once when the person comes back to it. */
const usePolling = (look: () => Promise<void>, interval: number): void => {
  useEffect(() => {
    void look();
    const lookIfSeen = (): void => {
      if (document.visibilityState === "visible") void look();
    };
    const timer = interval > 0 ? setInterval(lookIfSeen, interval) : undefined;
    document.addEventListener("visibilitychange", lookIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", lookIfSeen);
    };
  }, [look, interval]);
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
  const look = useCallback(() => (isIdle ? Promise.resolve() : source.look()), [route, text, isIdle]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same
  const refresh = useCallback(() => (isIdle ? Promise.resolve() : source.refresh()), [route, text, isIdle]);
  usePolling(look, isIdle ? 0 : interval);
  return {
    value: reading.value as ReplyOf<R> | undefined,
    problem: reading.problem,
    isLoading: !isIdle && reading.isLoading,
    changes: reading.changes,
    refresh,
    put: source.put,
  };
};
