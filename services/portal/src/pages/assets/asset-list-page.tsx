import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { QueryOf } from "../../api/request.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { FilterBar, type FilterGroup } from "../../parts/filter/filter-bar.tsx";
import { type ListFilter, useOneFilter } from "../../parts/filter/one-filter.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { useTitle } from "../../shell/title.ts";
import { assetColumns, type Row } from "./asset-columns.tsx";
import { labelsOf } from "./label-address.ts";
import { useLocations, useModels, useStockrooms } from "./places.ts";
import { assetTexts as texts } from "./texts.ts";

const finds = Object.entries(texts.finds).map(([key, label]) => ({ key, label }));
const keys = [
  "state",
  "stockroomId",
  "locationId",
  "modelId",
  "withoutCi",
  "editProposed",
  ...finds.map(({ key }) => key),
];

type Named = { readonly id: string; readonly name: string };

const group = (label: string, key: string, items: readonly Named[]): FilterGroup => ({
  label,
  options: items.map(({ id, name }) => ({ key, value: id, text: name })),
});

const useGroups = (): readonly FilterGroup[] => {
  const names = texts.groups;
  const states = Object.entries(texts.states).map(([id, name]) => ({ id, name }));
  const models = useModels().items.filter(({ kind }) => kind === "hardware");
  return [
    group(names.state, "state", states),
    group(names.stockroom, "stockroomId", useStockrooms().items),
    group(names.place, "locationId", useLocations().items),
    group(names.model, "modelId", models),
    {
      label: names.check,
      options: [
        { key: "withoutCi", value: "true", text: texts.withoutCi },
        { key: "editProposed", value: "true", text: texts.editProposed },
      ],
    },
  ];
};

/** What the chosen filter is called, where it stands in a group. */
const titleOf = (filter: ListFilter | undefined, groups: readonly FilterGroup[]): string => {
  if (filter === undefined) return texts.newest;
  const { key, value } = filter;
  const chosen = groups
    .flatMap(({ options }) => options)
    .find((each) => each.key === key && each.value === value);
  return chosen?.text ?? `${texts.finds[key] ?? ""} ${value}`.trim();
};

type ListProps = { readonly title: string; readonly filter: ListFilter | undefined };

const Ways = ({ chosen }: { readonly chosen: readonly Row[] }) => {
  const isManager = hasRole(useMe(), "asset-manager");
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button disabled={chosen.length === 0} href={labelsOf(chosen.map(({ id }) => id))} onFollow={follow}>
        {texts.labels}
      </Button>
      {isManager && (
        <Button href="/assets/order" onFollow={follow}>
          {texts.order}
        </Button>
      )}
      {isManager && (
        <Button variant="primary" href="/assets/receive" onFollow={follow}>
          {texts.receive}
        </Button>
      )}
    </SpaceBetween>
  );
};

const List = ({ title, filter }: ListProps) => {
  const { nameOf } = useStockrooms();
  const query = (filter === undefined ? {} : { [filter.key]: filter.value }) as QueryOf<"GET /assets">;
  const pages = usePages("GET /assets", { query: { limit: 100, ...query } });
  const viewing = useTableView("assets");
  const [chosen, setChosen] = useState<readonly Row[]>([]);
  useTitle(`${texts.assets}: ${title}`);
  return (
    <RecordTable<Row>
      variant="container"
      headingTag="h2"
      title={title}
      pages={pages}
      columns={assetColumns(nameOf)}
      viewing={viewing}
      selected={chosen}
      onSelect={setChosen}
      nameOf={({ name, tag, id }) => `${name} ${tag ?? id}`}
      actions={<Ways chosen={chosen} />}
      empty={<Empty title={texts.empty} lead={texts.emptyLead} />}
    />
  );
};

/** The register: every asset, by state, place, model, holder or what is on its label. */
export const AssetListPage = () => {
  const filter = useOneFilter(keys);
  const groups = useGroups();
  const title = titleOf(filter, groups);
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={texts.assetsLead}
        actions={
          <Button href="/unaccounted-cis" onFollow={follow}>
            {texts.unaccounted}
          </Button>
        }
      >
        {texts.assets}
      </Header>
      <FilterBar
        path="/assets"
        current={filter}
        title={title}
        usual={texts.newest}
        groups={groups}
        finds={finds}
      />
      <List key={`${filter?.key ?? ""}=${filter?.value ?? ""}`} title={title} filter={filter} />
    </SpaceBetween>
  );
};
