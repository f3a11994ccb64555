import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { useNames } from "../../parts/names/names.ts";
import { useNow } from "../../parts/now.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { useMe } from "../../session/me.ts";
import { useTitle } from "../../shell/title.ts";
import { BulkActions } from "./bulk-actions.tsx";
import { incidentColumns } from "./incident-columns.tsx";
import { QueueTabs } from "./queue-tabs.tsx";
import { type Queue, queuesOf, type Row } from "./queues.ts";
import { useRowKeys } from "./row-keys.ts";
import { incidentTexts as texts } from "./texts.ts";

const List = ({ queue }: { readonly queue: Queue }) => {
  const pages = usePages("GET /incidents", { query: queue.query });
  const viewing = useTableView("incidents");
  const [ids, setIds] = useState<readonly string[]>([]);
  // What left the queue meanwhile is not selected any more.
  const selected = pages.items.filter(({ id }) => ids.includes(id));
  useRowKeys();
  useTitle(queue.text);
  return (
    <RecordTable<Row>
      title={queue.text}
      description={queue.lead}
      pages={pages}
      columns={incidentColumns}
      viewing={viewing}
      selected={selected}
      onSelect={(rows) => setIds(rows.map(({ id }) => id))}
      nameOf={({ id, title }) => `${id} ${title}`}
      actions={
        <BulkActions
          selected={selected}
          onDone={() => {
            setIds([]);
            void pages.refresh();
          }}
        />
      }
      empty={<Empty title={texts.empty} lead={texts.emptyLead} />}
    />
  );
};

/** Work that waits: one queue, and the others with their counts above it. */
export const QueuePage = ({ queue: key = "mine" }: { readonly queue?: string }) => {
  const me = useMe();
  const name = useNames();
  const now = useNow();
  const queues = queuesOf(me, (teamId) => name("team", teamId), now);
  const queue = queues.find((each) => each.key === key) ?? queues[0];
  return (
    <SpaceBetween size="s">
      <QueueTabs queues={queues} current={queue?.key ?? ""} />
      {queue !== undefined && <List key={queue.key} queue={queue} />}
    </SpaceBetween>
  );
};
