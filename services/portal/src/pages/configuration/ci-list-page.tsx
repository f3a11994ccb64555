import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Grid from "@cloudscape-design/components/grid";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { FilterBar } from "../../parts/filter/filter-bar.tsx";
import { type ListFilter, useOneFilter } from "../../parts/filter/one-filter.ts";
import { useNames } from "../../parts/names/names.ts";
import { hasRole, type Me, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { useTitle } from "../../shell/title.ts";
import { CiLists } from "./ci-lists.tsx";
import { ClassTree } from "./class-tree.tsx";
import { CmdbHealth } from "./cmdb-health.tsx";
import { keepers } from "./keepers.ts";
import { pageTitles } from "./page-titles.ts";
import { findingText, configurationTexts as texts } from "./texts.ts";
import { useClassName } from "./use-classes.ts";

const path = "/cis";
const keys = ["classId", "namePrefix", "state", "teamId", "ownerId", "finding"];
const finds = [{ key: "namePrefix", label: texts.namePrefix }];

type NameOf = ReturnType<typeof useNames>;

const groupsFor = ({ id, teams }: Me, name: NameOf) => [
  {
    label: texts.groups.state,
    options: Object.entries(texts.states).map(([value, text]) => ({ key: "state", value, text })),
  },
  {
    label: texts.groups.team,
    options: teams.map((value) => ({ key: "teamId", value, text: name("team", value) })),
  },
  { label: texts.groups.owner, options: [{ key: "ownerId", value: id, text: texts.me }] },
];

const titleOf = (filter: ListFilter | undefined, className: (id: string) => string, name: NameOf): string => {
  if (filter === undefined) return texts.live;
  const { key, value } = filter;
  if (key === "classId") return className(value);
  if (key === "finding") return findingText(value);
  if (key === "state") return texts.states[value] ?? value;
  if (key === "namePrefix") return `${texts.namePrefix} ${value}`;
  return key === "teamId"
    ? `${texts.groups.team} ${name("team", value)}`
    : `${texts.groups.owner} ${name("person", value)}`;
};

/** Registering begins with the class that is looked at. */
const newAddress = (filter: ListFilter | undefined): string =>
  filter?.key === "classId" ? `/cis/new?class=${encodeURIComponent(filter.value)}` : "/cis/new";

/** Configuration items: by class, by state, by name, by who looks after them, by what is wrong with them. */
export const CiListPage = () => {
  const me = useMe();
  const name = useNames();
  const filter = useOneFilter(keys);
  const title = titleOf(filter, useClassName(), name);
  const shown = `${filter?.key ?? ""}=${filter?.value ?? ""}`;
  useTitle(`${texts.cis}: ${title}`);
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={texts.cisLead}
        actions={
          hasRole(me, ...keepers) && (
            <Button variant="primary" href={newAddress(filter)} onFollow={follow}>
              {pageTitles.new}
            </Button>
          )
        }
      >
        {texts.cis}
      </Header>
      <FilterBar
        path={path}
        current={filter}
        title={title}
        usual={texts.live}
        groups={groupsFor(me, name)}
        finds={finds}
      />
      <Grid gridDefinition={[{ colspan: { default: 12, m: 3 } }, { colspan: { default: 12, m: 9 } }]}>
        <SpaceBetween size="m">
          <Container header={<Header variant="h2">{texts.classes}</Header>}>
            <ClassTree current={filter?.key === "classId" ? filter.value : undefined} />
          </Container>
          <CmdbHealth />
        </SpaceBetween>
        <CiLists key={shown} title={title} filter={filter} />
      </Grid>
    </SpaceBetween>
  );
};
