import { useState } from "react";
import type { Pages } from "../../api/use-pages.ts";
import { useWholeRecords } from "../../api/use-whole-records.ts";
import { Empty } from "../../parts/empty.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import type { Asset } from "./asset-actions.ts";
import { assetColumns, type Row } from "./asset-columns.tsx";
import { useStockrooms } from "./places.ts";
import { assetTexts as texts } from "./texts.ts";

export type AssetsByIdsProps = {
  readonly title: string;
  readonly description?: string;
  readonly ids: readonly string[];
  /** Said when there are none. */
  readonly none?: string;
};

/** Each asset is a question of its own: so many at once. */
const atOnce = 25;

const shownColumns = ["id", "name", "state", "tag", "serial", "holder", "place"];

/** Assets whose numbers are known, as the records that name them list them. */
export const AssetsByIds = ({ title, description, ids, none = texts.noneOfThem }: AssetsByIdsProps) => {
  const [wanted, setWanted] = useState(atOnce);
  const { nameOf } = useStockrooms();
  const rows = ids.slice(0, wanted).map((id) => ({ id, version: 0 }));
  const { items, isLoading } = useWholeRecords<Asset>("GET /assets/{assetId}", "assetId", rows);
  const pages: Pages<Row> = {
    items,
    isLoading: isLoading && items.length === 0,
    hasMore: wanted < ids.length,
    problem: undefined,
    more: async () => setWanted(wanted + atOnce),
    refresh: async () => undefined,
  };
  return (
    <RecordTable<Row>
      {...(description === undefined ? {} : { description })}
      variant="container"
      headingTag="h2"
      title={title}
      pages={pages}
      columns={assetColumns(nameOf).filter(({ id }) => shownColumns.includes(id))}
      viewing={useTableView("assets-named")}
      empty={<Empty title={none} />}
    />
  );
};
