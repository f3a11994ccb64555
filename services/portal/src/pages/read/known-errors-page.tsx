import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { type ItemOf, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { linkColumn, sinceColumn, textColumn } from "../../parts/table/usual-columns.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { readTexts as texts } from "./texts.ts";

type Row = ItemOf<"GET /known-errors"> & { readonly id: string };
type Audience = keyof typeof texts.audiences & ("everyone" | "agents" | "teams");

const names = texts.columns;

const columns: readonly Column<Row>[] = [
  linkColumn("title", names.title, "/known-errors", ({ title }) => title, 320),
  textColumn("id", names.id, ({ id }) => id, { width: 120 }),
  textColumn("symptom", texts.symptoms, ({ symptom }) => symptom, { width: 320 }),
  textColumn("workaround", texts.workaround, ({ workaround }) => workaround, { width: 320 }),
  sinceColumn("published", texts.updated, ({ publishedAt }) => publishedAt),
];

const List = ({ audience }: { readonly audience: Audience }) => {
  const pages = usePages("GET /known-errors", { query: { audience } });
  const viewing = useTableView("known-errors");
  return (
    <RecordTable<Row>
      title={texts.knownErrors}
      description={texts.knownErrorsLead}
      pages={{ ...pages, items: pages.items.map((item) => ({ ...item, id: item.problemId })) }}
      columns={columns}
      viewing={viewing}
      empty={<Empty title={texts.noKnownErrors} lead={texts.noKnownErrorsLead} />}
    />
  );
};

/** What is known not to work and how to go on meanwhile; agents see what is meant for them, too. */
export const KnownErrorsPage = () => {
  const isAgent = hasRole(useMe(), "agent", "problem-manager", "major-incident-manager");
  const [audience, setAudience] = useState<Audience>("everyone");
  return (
    <SpaceBetween size="s">
      {isAgent && (
        <SegmentedControl
          label={texts.forWhom}
          selectedId={audience}
          options={Object.entries(texts.audiences).map(([id, text]) => ({ id, text }))}
          onChange={({ detail }) => setAudience(detail.selectedId as Audience)}
        />
      )}
      <List key={audience} audience={audience} />
    </SpaceBetween>
  );
};
