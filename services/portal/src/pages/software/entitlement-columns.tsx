import Link from "@cloudscape-design/components/link";
import { moneyText } from "../../parts/money.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { follow } from "../../shell/follow.ts";
import { type Entitlement, entitlementActions, type Known, withChange } from "./entitlement-actions.ts";
import { softwareTexts as texts } from "./texts.ts";

type Options = {
  readonly known: Known;
  readonly onDone: () => unknown;
  /** How software is called, where the list is about more than one. */
  readonly modelOf?: ((id: string) => string | undefined) | undefined;
};

const nameIn = (items: Known["vendors"], id: string | undefined): string | undefined =>
  items.find((each) => each.id === id)?.name ?? id;

const model = (modelOf: NonNullable<Options["modelOf"]>): Column<Entitlement> => ({
  id: "model",
  header: texts.model,
  cell: ({ modelId }) => (
    <Link href={`/licence-positions/${modelId}.LIC`} onFollow={follow}>
      {modelOf(modelId) ?? modelId}
    </Link>
  ),
  text: ({ modelId }) => modelOf(modelId),
  width: 220,
  isRowHeader: true,
});

/** Rights that were bought, with what can be done with them. */
export const entitlementColumns = ({ known, onDone, modelOf }: Options): readonly Column<Entitlement>[] => [
  ...(modelOf === undefined ? [] : [model(modelOf)]),
  {
    id: "quantity",
    header: texts.quantity,
    cell: ({ quantity }) => quantity,
    order: ({ quantity }) => quantity,
    width: 100,
  },
  textColumn("endsOn", texts.endsOn, ({ endsOn }) => endsOn ?? texts.forGood, { width: 120 }),
  textColumn("vendor", texts.vendor, ({ vendorId }) => nameIn(known.vendors, vendorId), { width: 160 }),
  textColumn("contract", texts.contract, ({ contractId }) => nameIn(known.contracts, contractId), {
    width: 160,
    isExtra: true,
  }),
  textColumn("order", texts.order, ({ orderNumber }) => orderNumber, { width: 120, isExtra: true }),
  textColumn("cost", texts.cost, ({ cost }) => (cost === undefined ? undefined : moneyText(cost)), {
    order: ({ cost }) => cost?.amount,
    width: 120,
  }),
  {
    id: "state",
    header: texts.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 110,
  },
  {
    id: "actions",
    header: texts.actions,
    cell: (row) => (
      <RecordActions
        record={withChange(row)}
        actions={entitlementActions(known)}
        onDone={onDone}
        onConflict={onDone}
      />
    ),
    width: 180,
  },
];
