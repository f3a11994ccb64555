import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { Pages } from "../../api/use-pages.ts";
import { usePagesOfAll } from "../../api/use-pages-of-all.ts";
import { useWholeRecords } from "../../api/use-whole-records.ts";
import { useNow } from "../../parts/now.ts";
import { type Which, type WorkList, type WorkRow, workRows } from "./work-rows.ts";

type Item = Schemas["RequestItem"];
type Dated = { readonly targetAt?: string; readonly expectedAt?: string };

const undated = "9999";
const order = ({ targetAt, expectedAt }: Dated): string => targetAt ?? expectedAt ?? undated;

type Work = Pages<WorkRow> & { readonly put: (item: Item) => void };

/** The tasks of a list, as the rows of a table; `put` takes an ordered thing as a command answered it. */
export const useWork = (list: WorkList, which: Which): Work => {
  const asked = list.queries.map((query) => ({ query }));
  const pages = usePagesOfAll("GET /request-items", asked, { order });
  const whole = useWholeRecords<Item>("GET /request-items/{requestItemId}", "requestItemId", pages.items);
  const now = useNow();
  return {
    ...pages,
    items: workRows(whole.items, list, which, now),
    isLoading: pages.isLoading || (whole.isLoading && whole.items.length === 0),
    put: whole.put,
  };
};
