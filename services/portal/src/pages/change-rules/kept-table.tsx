import Button from "@cloudscape-design/components/button";
import type { Pages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { linkColumn, sinceColumn } from "../../parts/table/usual-columns.tsx";
import { inWords } from "../../parts/words.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import type { KeptKind, KeptRecord } from "./kept-kind.ts";
import { ruleTexts as texts } from "./texts.ts";

type Props<R extends KeptRecord, B extends object> = {
  readonly kind: KeptKind<R, B>;
  /** Those in the state. */
  readonly pages: Pages<R>;
  readonly state: string;
  readonly onState: (state: string) => void;
};

/** Those of a kind in a state, and the way to a new one. */
export const KeptTable = <R extends KeptRecord, B extends object>({
  kind,
  pages,
  state,
  onState,
}: Props<R, B>) => {
  const { address, states = ["active", "retired"], columns, writers, texts: said } = kind;
  const me = useMe();
  const viewing = useTableView(address.slice(1));
  return (
    <RecordTable<R>
      title={said.many}
      description={said.lead}
      pages={pages}
      columns={[
        linkColumn<R>("name", texts.name, address, ({ name }) => name, 260),
        ...columns,
        {
          id: "state",
          header: texts.state,
          cell: (record) => <StateBadge state={record.state} />,
          text: (record) => record.state,
          width: 120,
        },
        sinceColumn<R>("updated", texts.updated, ({ updatedAt }) => updatedAt),
      ]}
      viewing={viewing}
      nameOf={({ name }) => name}
      filters={
        <SegmentedControl
          label={texts.state}
          selectedId={state}
          options={states.map((id) => ({ id, text: inWords(id) }))}
          onChange={({ detail }) => onState(detail.selectedId)}
        />
      }
      actions={
        hasRole(me, ...writers) && (
          <>
            {kind.more}
            <Button variant="primary" href={`${address}/new`} onFollow={follow}>
              {said.new}
            </Button>
          </>
        )
      }
      empty={<Empty title={said.none} lead={said.noneLead} />}
    />
  );
};
