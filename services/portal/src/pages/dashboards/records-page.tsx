import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useSearch } from "wouter";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { follow } from "../../shell/follow.ts";
import { useTitle } from "../../shell/title.ts";
import { type CountedRow, recordColumns } from "./record-columns.tsx";
import { dashboardTexts as texts } from "./texts.ts";

const routes = {
  incidents: "GET /reports/incidents/records",
  "service-levels": "GET /reports/service-levels/records",
  changes: "GET /reports/changes/records",
  problems: "GET /reports/problems/records",
  requests: "GET /reports/requests/records",
  satisfaction: "GET /reports/satisfaction/records",
  knowledge: "GET /reports/knowledge/records",
  articles: "GET /reports/articles/records",
} as const;

type Report = keyof typeof routes;
type Parameters = { readonly report: string; readonly figure: string };

const List = ({ report, figure }: { readonly report: Report; readonly figure: string }) => {
  const filters = Object.fromEntries(new URLSearchParams(useSearch()));
  const title = `${texts.reports[report]}: ${texts.figures[figure] ?? figure}`;
  // Articles count in one figure only.
  const choice = report === "articles" ? {} : { figure };
  const pages = usePages(routes[report], { query: { ...choice, limit: 100, ...filters } } as never);
  const viewing = useTableView(`counted-${report}`);
  useTitle(title);
  return (
    <SpaceBetween size="s">
      <BreadcrumbGroup
        ariaLabel={texts.back}
        items={[
          { text: texts.title, href: "/dashboards" },
          { text: title, href: "#" },
        ]}
        onFollow={follow}
      />
      <RecordTable<CountedRow>
        title={title}
        description={Object.entries(filters)
          .map(([name, value]) => `${name} ${value}`)
          .join(", ")}
        pages={pages}
        columns={recordColumns}
        viewing={viewing}
        empty={<Empty title={texts.none} />}
      />
    </SpaceBetween>
  );
};

/** The records behind a number of the dashboards. */
export const RecordsPage = ({ report, figure }: Parameters) =>
  report in routes ? (
    <List key={`${report}/${figure}`} report={report as Report} figure={figure} />
  ) : (
    <Empty title={texts.unknown} />
  );
