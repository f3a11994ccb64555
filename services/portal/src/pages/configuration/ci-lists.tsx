import type { QueryOf } from "../../api/request.ts";
import { type Pages, usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import type { ListFilter } from "../../parts/filter/one-filter.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { ciColumns, type Row } from "./ci-columns.tsx";
import { configurationTexts as texts } from "./texts.ts";
import { useClasses, useClassName } from "./use-classes.ts";

type Listed = { readonly title: string; readonly filter: ListFilter | undefined };

type TableProps = {
  readonly title: string;
  readonly pages: Pages<Row>;
  /** The class only has classes below it. */
  readonly onlyGroups?: boolean;
};

const CiTable = ({ title, pages, onlyGroups = false }: TableProps) => (
  <RecordTable<Row>
    variant="container"
    headingTag="h2"
    title={title}
    pages={pages}
    columns={ciColumns(useClassName())}
    viewing={useTableView("cis")}
    empty={
      onlyGroups ? (
        <Empty title={texts.groupOnly} lead={texts.groupOnlyLead} />
      ) : (
        <Empty title={texts.empty} lead={texts.emptyLead} />
      )
    }
  />
);

const Filtered = ({ title, filter }: Listed) => {
  const query = (filter === undefined ? {} : { [filter.key]: filter.value }) as QueryOf<"GET /cis">;
  const pages = usePages("GET /cis", { query: { limit: 100, ...query } });
  const classId = filter?.key === "classId" ? filter.value : undefined;
  const chosen = useClasses().value?.classes.find(({ id }) => id === classId);
  return <CiTable title={title} pages={pages} onlyGroups={chosen?.abstract === true} />;
};

/** Items that a sweep found something wrong with. */
const Found = ({ title, finding }: { readonly title: string; readonly finding: string }) => {
  const pages = usePages("GET /cmdb-health/findings", { query: { limit: 100, finding } });
  return <CiTable title={title} pages={pages} />;
};

/** The items of a filter. */
export const CiLists = ({ title, filter }: Listed) =>
  filter?.key === "finding" ? (
    <Found title={title} finding={filter.value} />
  ) : (
    <Filtered title={title} filter={filter} />
  );
