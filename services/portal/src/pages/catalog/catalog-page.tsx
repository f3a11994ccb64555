import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import { useRead } from "../../api/use-read.ts";
import { useWhole } from "../../api/use-whole.ts";
import { Empty } from "../../parts/empty.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { Door } from "../home/door.tsx";
import { foundItems } from "./found-items.ts";
import { priceText } from "./price-text.ts";
import { catalogTexts as texts } from "./texts.ts";

/** Everything the person may order, by category, with a search. */
export const CatalogPage = () => {
  const [search, setSearch] = useState("");
  const [categoryId, setCategory] = useState("all");
  const items = useWhole("GET /catalog-items", { query: { limit: 100 } });
  const categories =
    useRead("GET /catalog-categories", { query: { state: "active", limit: 100 } }).value?.items ?? [];
  const ofCategory = items.items.filter((item) => categoryId === "all" || item.categoryId === categoryId);
  const shown = foundItems(ofCategory, search);
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={texts.lead}>
        {texts.title}
      </Header>
      <div className="filters">
        <Input
          type="search"
          value={search}
          ariaLabel={texts.search}
          placeholder={texts.search}
          clearAriaLabel={texts.search}
          onChange={({ detail }) => setSearch(detail.value)}
        />
        <SegmentedControl
          label={texts.title}
          selectedId={categoryId}
          options={[
            { id: "all", text: texts.all },
            ...categories.map(({ id, name }) => ({ id, text: name })),
          ]}
          onChange={({ detail }) => setCategory(detail.selectedId)}
        />
      </div>
      <ProblemAlert problem={items.problem} onRetry={items.refresh} />
      {items.isLoading && <Spinner size="large" />}
      {!items.isLoading && shown.length === 0 && <Empty title={texts.empty} lead={texts.emptyLead} />}
      <ul className="doors">
        {shown.map((item) => (
          <Door
            key={item.id}
            href={`/catalog/${item.id}`}
            title={item.name}
            lead={item.summary}
            note={priceText(item)}
          />
        ))}
      </ul>
    </SpaceBetween>
  );
};
