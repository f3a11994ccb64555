import { useMemo } from "react";
import { useRead } from "../../api/use-read.ts";
import { endOfDay } from "../../parts/times.ts";
import type { Answer, Failing } from "./map-model.ts";
import { useHealths } from "./use-healths.ts";

/** What of the graph a person looks at. */
export type MapView = {
  readonly way: "both" | "downstream" | "upstream";
  readonly depth: number;
  /** `2026-03-31`; empty for now. */
  readonly day: string;
};

const idsOf = (answer: Answer | undefined): readonly string[] => answer?.items.map(({ id }) => id) ?? [];

/** What suffers when items fail, what they need, and how all of them are doing. */
export const useMap = (failing: readonly Failing[], { way, depth, day }: MapView) => {
  const ciIds = failing.map(({ id }) => id);
  const at = endOfDay(day);
  const ask = (direction: "downstream" | "upstream") =>
    way === "both" || way === direction
      ? { body: { ciIds, direction, depth, ...(at === undefined ? {} : { at }) } }
      : undefined;
  const suffers = useRead("POST /ci-impact", ask("downstream"), { everyMs: 0 });
  const needed = useRead("POST /ci-impact", ask("upstream"), { everyMs: 0 });
  const answers = useMemo(
    () => ({
      suffers: way === "upstream" ? undefined : suffers.value,
      needed: way === "downstream" ? undefined : needed.value,
    }),
    [way, suffers.value, needed.value],
  );
  // Health is how things are now: of the past nothing is told.
  const { levels, isCut } = useHealths(
    at === undefined ? [...new Set([...ciIds, ...idsOf(answers.needed), ...idsOf(answers.suffers)])] : [],
  );
  return {
    /** Another question is another picture. */
    name: JSON.stringify([ciIds, way, depth, at]),
    answers,
    levels,
    isCut,
    /** The instant that is looked at, if it is not now. */
    at,
    isLoading: suffers.isLoading || needed.isLoading,
    problem: suffers.problem ?? needed.problem,
    refresh: async (): Promise<void> => {
      await Promise.all([suffers.refresh(), needed.refresh()]);
    },
  };
};
