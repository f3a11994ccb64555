import { useCallback, useState } from "react";
import { keep, readKept } from "./kept.ts";

/** Text or a form that is being written. */
export type Draft<T> = {
  readonly value: T;
  readonly set: (value: T) => void;
  /** Begins anew: it was sent, or given up. */
  readonly clear: () => void;
  /** Whether there is something that is not sent yet. */
  readonly isKept: boolean;
};

/**
 * What a person types is kept with every change, per record and person, until it is sent: a session that ends, a tab
 * that closes or a machine that restarts loses nothing. `name` says what it is for: `incident.INC0000001.note`.
 */
export const useDraft = <T>(name: string, initial: T): Draft<T> => {
  const [state, setState] = useState(() => ({ name, kept: readKept<T>("draft", name) }));
  const current = state.name === name ? state.kept : readKept<T>("draft", name);
  const set = useCallback(
    (value: T) => {
      keep("draft", name, value);
      setState({ name, kept: value });
    },
    [name],
  );
  const clear = useCallback(() => {
    keep("draft", name, undefined);
    setState({ name, kept: undefined });
  }, [name]);
  return { value: current ?? initial, set, clear, isKept: current !== undefined };
};
