import { useCallback, useEffect, useMemo } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { sourceOf } from "../../api/reading.ts";
import type { Pages } from "../../api/use-pages.ts";
import { usePagesOfAll } from "../../api/use-pages-of-all.ts";
import { useReadings } from "../../api/use-readings.ts";
import { useNow } from "../../parts/now.ts";
import { type Which, type WorkList, type WorkRow, workRows } from "./work-rows.ts";

type Item = Schemas["RequestItem"];

const undated = "9999";

/** The ordered things of some rows, whole; each is read again when its row says that it changed. */
const useWholeItems = (rows: readonly { readonly id: string; readonly version: number }[]) => {
  const ids = rows.map(({ id }) => id).join(" ");
  const sources = useMemo(
    () =>
      ids
        .split(" ")
        .filter(Boolean)
        .map((requestItemId) =>
          sourceOf("GET /request-items/{requestItemId}", { params: { requestItemId } }),
        ),
    [ids],
  );
  const stores = useMemo(() => sources.map(({ store }) => store), [sources]);
  const readings = useReadings(stores);
  const versions = rows.map(({ version }) => version).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the versions say what is to be read again
  useEffect(() => {
    sources.forEach((source, index) => {
      const known = (source.store.get().value as Item | undefined)?.version ?? -1;
      if (known < (rows[index]?.version ?? 0)) void source.refresh();
    });
  }, [sources, versions]);
  return {
    items: readings.flatMap(({ value }) => (value === undefined ? [] : [value as Item])),
    isLoading: readings.some(({ value, problem }) => value === undefined && problem === undefined),
    put: useCallback(
      (item: Item) =>
        sourceOf("GET /request-items/{requestItemId}", { params: { requestItemId: item.id } }).put(item),
      [],
    ),
  };
};

/** The tasks of a list, as the rows of a table; `put` takes an ordered thing as a command answered it. */
export const useWork = (
  list: WorkList,
  which: Which,
): Pages<WorkRow> & { readonly put: (item: Item) => void } => {
  const asked = list.queries.map((query) => ({ query }));
  const order = ({ targetAt, expectedAt }: { targetAt?: string; expectedAt?: string }): string =>
    targetAt ?? expectedAt ?? undated;
  const pages = usePagesOfAll("GET /request-items", asked, { order });
  const whole = useWholeItems(pages.items);
  const now = useNow();
  return {
    ...pages,
    items: workRows(whole.items, list, which, now),
    isLoading: pages.isLoading || (whole.isLoading && whole.items.length === 0),
    put: whole.put,
  };
};
