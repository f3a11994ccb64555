import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import type { ItemOf } from "../../api/use-pages.ts";
import { usePagesOfAll } from "../../api/use-pages-of-all.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { Empty } from "../../parts/empty.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { inWords } from "../../parts/words.ts";
import { useMe } from "../../session/me.ts";
import { goTo } from "../../shell/follow.ts";
import { holdingsTexts as texts } from "./holdings-texts.ts";

type Row = ItemOf<"GET /standing-entitlements">;

const columnsFor = (onGiveBack: (row: Row) => void): readonly Column<Row>[] => [
  textColumn("name", texts.name, ({ name }) => name, { width: 260, isRowHeader: true }),
  textColumn("kind", texts.kind, ({ kind }) => inWords(kind), { width: 120 }),
  {
    id: "state",
    header: texts.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 140,
  },
  sinceColumn("since", texts.since, ({ since }) => since),
  {
    id: "next",
    header: texts.next,
    cell: (row) =>
      row.actions?.includes("give_back") === true && (
        <Button ariaLabel={texts.giveBackOf(row.name)} onClick={() => onGiveBack(row)}>
          {texts.giveBack}
        </Button>
      ),
    width: 160,
  },
];

type AskProps = { readonly row: Row; readonly onClose: () => void };

/** Asks once more: what is given back is collected. */
const Ask = ({ row: { id, name }, onClose }: AskProps) => {
  const giveBack = useCommand("POST /standing-entitlements/{standingEntitlementId}/give-back", {
    done: (request) => texts.begun(request.id),
    onDone: (request) => goTo(`/requests/${request.id}`),
  });
  const params = { standingEntitlementId: id };
  return (
    <Dialog
      title={texts.confirm(name)}
      onClose={onClose}
      confirm={{
        text: texts.giveBack,
        isRunning: giveBack.isRunning,
        onClick: () => void giveBack.run({ params, body: {} }),
      }}
    >
      <ProblemAlert problem={giveBack.problem} />
      <p>{texts.confirmLead}</p>
    </Dialog>
  );
};

/** What the person received by orders and still holds, to be given back. */
export const HoldingsPage = () => {
  const { id: personId } = useMe();
  const states = ["held", "returning"] as const;
  const pages = usePagesOfAll(
    "GET /standing-entitlements",
    states.map((state) => ({ query: { personId, state, limit: 100 } })),
    { order: ({ name }) => name },
  );
  const [asked, setAsked] = useState<Row>();
  const viewing = useTableView("holdings");
  return (
    <>
      <RecordTable
        title={texts.title}
        description={texts.lead}
        pages={pages}
        columns={columnsFor(setAsked)}
        viewing={viewing}
        empty={<Empty title={texts.empty} lead={texts.emptyLead} />}
      />
      {asked !== undefined && <Ask row={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
};
