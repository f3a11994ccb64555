import Container from "@cloudscape-design/components/container";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { QueryOf } from "../../api/request.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { FilterBar } from "../../parts/filter/filter-bar.tsx";
import { type ListFilter, useOneFilter } from "../../parts/filter/one-filter.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { type Me, useMe } from "../../session/me.ts";
import { useTitle } from "../../shell/title.ts";
import { ciColumns, type Row } from "./ci-columns.tsx";
import { ClassTree } from "./class-tree.tsx";
import { configurationTexts as texts } from "./texts.ts";
import { useClasses, useClassName } from "./use-classes.ts";

const path = "/cis";
const keys = ["classId", "namePrefix", "state", "teamId", "ownerId"];
const finds = [{ key: "namePrefix", label: texts.namePrefix }];

const groupsFor = ({ id, teams }: Me) => [
  {
    label: texts.groups.state,
    options: Object.entries(texts.states).map(([value, text]) => ({ key: "state", value, text })),
  },
  {
    label: texts.groups.team,
    options: teams.map((value) => ({ key: "teamId", value, text: value })),
  },
  { label: texts.groups.owner, options: [{ key: "ownerId", value: id, text: texts.me }] },
];

const titleOf = (filter: ListFilter | undefined, className: (id: string) => string): string => {
  if (filter === undefined) return texts.live;
  const { key, value } = filter;
  if (key === "classId") return className(value);
  if (key === "state") return texts.states[value] ?? value;
  if (key === "namePrefix") return `${texts.namePrefix} ${value}`;
  return `${key === "teamId" ? texts.groups.team : texts.groups.owner} ${value}`;
};

type ListProps = { readonly title: string; readonly filter: ListFilter | undefined };

const List = ({ title, filter }: ListProps) => {
  const className = useClassName();
  const query = (filter === undefined ? {} : { [filter.key]: filter.value }) as QueryOf<"GET /cis">;
  const pages = usePages("GET /cis", { query: { limit: 100, ...query } });
  const viewing = useTableView("cis");
  const chosen = useClasses().value?.classes.find(
    ({ id }) => filter?.key === "classId" && id === filter.value,
  );
  useTitle(`${texts.cis}: ${title}`);
  return (
    <RecordTable<Row>
      variant="container"
      headingTag="h2"
      title={title}
      pages={pages}
      columns={ciColumns(className)}
      viewing={viewing}
      empty={
        chosen?.abstract ? (
          <Empty title={texts.groupOnly} lead={texts.groupOnlyLead} />
        ) : (
          <Empty title={texts.empty} lead={texts.emptyLead} />
        )
      }
    />
  );
};

/** Configuration items: by class, by state, by name, by who looks after them. */
export const CiListPage = () => {
  const me = useMe();
  const filter = useOneFilter(keys);
  const title = titleOf(filter, useClassName());
  const name = `${filter?.key ?? ""}=${filter?.value ?? ""}`;
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={texts.cisLead}>
        {texts.cis}
      </Header>
      <FilterBar
        path={path}
        current={filter}
        title={title}
        usual={texts.live}
        groups={groupsFor(me)}
        finds={finds}
      />
      <Grid gridDefinition={[{ colspan: { default: 12, m: 3 } }, { colspan: { default: 12, m: 9 } }]}>
        <Container header={<Header variant="h2">{texts.classes}</Header>}>
          <ClassTree current={filter?.key === "classId" ? filter.value : undefined} />
        </Container>
        <List key={name} title={title} filter={filter} />
      </Grid>
    </SpaceBetween>
  );
};
