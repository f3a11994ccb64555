import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { incidentColumns } from "../incidents/incident-columns.tsx";
import { myTicketsTexts as texts } from "./texts.ts";

const shown = ["title", "id", "state", "opened", "updated"];
const columns = shown.flatMap((id) => {
  const column = incidentColumns.find((each) => each.id === id);
  return column === undefined ? [] : [{ ...column, isExtra: false }];
});

type Kind = "own" | "following";

/** Everything the person waits for, with how it stands. */
export const MyTicketsPage = () => {
  const { id } = useMe();
  const [kind, setKind] = useState<Kind>("own");
  const query = kind === "own" ? { callerId: id, limit: 100 } : { watcherId: id, limit: 100 };
  const pages = usePages("GET /incidents", { query });
  const viewing = useTableView("my-tickets");
  const report = (
    <Button variant="primary" href="/report" onFollow={follow}>
      {texts.report}
    </Button>
  );
  return (
    <RecordTable
      title={texts.title}
      description={texts.lead}
      pages={pages}
      columns={columns}
      viewing={viewing}
      actions={report}
      filters={
        <SegmentedControl
          label={texts.title}
          selectedId={kind}
          options={[
            { id: "own", text: texts.own },
            { id: "following", text: texts.following },
          ]}
          onChange={({ detail }) => setKind(detail.selectedId as Kind)}
        />
      }
      empty={<Empty title={texts.empty} lead={texts.emptyLead} action={report} />}
    />
  );
};
