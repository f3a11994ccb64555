import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { QueryOf } from "../../api/request.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { FilterBar } from "../../parts/filter/filter-bar.tsx";
import { useOneFilter } from "../../parts/filter/one-filter.ts";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { linkColumn } from "../../parts/table/usual-columns.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { useModels } from "./places.ts";
import { PositionState } from "./position-state.tsx";
import { stockTexts as texts } from "./stock-texts.ts";

type Position = Schemas["LicencePosition"];
type Row = Position & { readonly model: string; readonly metric: string };

const keys = ["state"];
const names = texts.columns;

const number = (id: string, header: string, of: (row: Row) => number): Column<Row> => ({
  id,
  header,
  cell: of,
  order: of,
  width: 120,
});

const columns: readonly Column<Row>[] = [
  linkColumn<Row>("model", names.model, "/licence-positions", ({ model }) => model, 240),
  {
    id: "state",
    header: names.state,
    cell: ({ state }) => <PositionState state={state} />,
    text: ({ state }) => texts.positions[state],
    width: 220,
  },
  number("entitled", names.entitled, ({ entitled }) => entitled),
  number("used", names.used, ({ used }) => used),
  number("free", names.free, ({ entitled, used }) => entitled - used),
  number("allocated", names.allocated, ({ allocated }) => allocated),
  { id: "metric", header: names.metric, cell: ({ metric }) => metric, text: ({ metric }) => metric },
];

const states = Object.entries(texts.positions).map(([value, text]) => ({ key: "state", value, text }));

/** Software with the rights that were bought and those that are used. */
export const LicencePage = () => {
  const me = useMe();
  const filter = useOneFilter(keys);
  const models = useModels();
  const query = (filter === undefined ? {} : { state: filter.value }) as QueryOf<"GET /licence-positions">;
  const pages = usePages("GET /licence-positions", { query: { limit: 100, ...query } });
  const viewing = useTableView("licences");
  const items = pages.items.map((position): Row => {
    const model = models.byId.get(position.modelId);
    return {
      ...position,
      model: model?.name ?? position.modelId,
      metric: texts.metrics[model?.metric ?? ""] ?? "–",
    };
  });
  const title = filter === undefined ? texts.allPositions : (texts.positions[filter.value] ?? filter.value);
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={texts.licencesLead}
        actions={
          hasRole(me, "asset-manager", "admin") && (
            <Button href="/entitlements" onFollow={follow}>
              {texts.entitlements}
            </Button>
          )
        }
      >
        {texts.licences}
      </Header>
      <FilterBar
        path="/licence-positions"
        current={filter}
        title={title}
        usual={texts.allPositions}
        groups={[{ label: names.state, options: states }]}
        finds={[]}
      />
      <RecordTable<Row>
        variant="container"
        headingTag="h2"
        title={title}
        pages={{ ...pages, items }}
        columns={columns}
        viewing={viewing}
        empty={<Empty title={texts.noPositions} lead={texts.noPositionsLead} />}
      />
    </SpaceBetween>
  );
};
