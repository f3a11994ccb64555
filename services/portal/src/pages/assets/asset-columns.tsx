import Box from "@cloudscape-design/components/box";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { moneyText } from "../../parts/money.ts";
import type { Column } from "../../parts/table/column.ts";
import { linkColumn, personColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { When } from "../../parts/when.tsx";
import { AssetState, stateText } from "./asset-state.tsx";
import { assetTexts as texts } from "./texts.ts";

export type Row = Schemas["ListedAsset"];

const names = texts.columns;

const plain = (
  id: string,
  header: string,
  text: (row: Row) => string | undefined,
  more: Parameters<typeof textColumn<Row>>[3] = {},
) => textColumn<Row>(id, header, text, { width: 140, ...more });

const isOverdue = ({ state, expectedReturnAt }: Row): boolean =>
  state === "in_use" && expectedReturnAt !== undefined && Date.parse(expectedReturnAt) < Date.now();

const ReturnBy = ({ row }: { readonly row: Row }) => (
  <>
    <When at={row.expectedReturnAt} as="day" />
    {isOverdue(row) && (
      <Box variant="span" color="text-status-error">
        {" "}
        ({texts.overdue})
      </Box>
    )}
  </>
);

/** Columns of the register; what something cost shows to those whom the API tells it. */
export const assetColumns = (
  stockroom: (id: string | undefined) => string | undefined,
): readonly Column<Row>[] => [
  plain("id", names.id, ({ id }) => id, { width: 135 }),
  linkColumn("name", names.name, "/assets", ({ name }) => name, 200),
  {
    id: "state",
    header: names.state,
    cell: (row) => <AssetState asset={row} />,
    text: stateText,
    width: 210,
  },
  plain("tag", names.tag, ({ tag }) => tag),
  plain("serial", names.serial, ({ serial }) => serial),
  personColumn("holder", names.holder, ({ holderId }) => holderId),
  plain("place", names.place, ({ location, stockroomId }) => location ?? stockroom(stockroomId)),
  {
    id: "returnBy",
    header: names.returnBy,
    cell: (row) => <ReturnBy row={row} />,
    order: ({ expectedReturnAt }) => expectedReturnAt,
    width: 140,
  },
  plain("model", names.model, ({ modelName }) => modelName, { isExtra: true }),
  plain("warranty", names.warranty, ({ warrantyEndsOn }) => warrantyEndsOn, { isExtra: true }),
  {
    id: "purchase",
    header: names.purchase,
    cell: ({ purchase }) => (purchase === undefined ? "–" : moneyText(purchase)),
    order: ({ purchase }) => purchase?.amount,
    width: 120,
    isExtra: true,
  },
];
