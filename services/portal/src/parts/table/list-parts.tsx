import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Pagination from "@cloudscape-design/components/pagination";
import SpaceBetween from "@cloudscape-design/components/space-between";
import TextFilter from "@cloudscape-design/components/text-filter";
import type { ReactNode } from "react";
import type { Pages } from "../../api/use-pages.ts";
import { mostRead } from "../../api/use-read-on.ts";
import { partTexts as texts } from "../../texts/parts.ts";
import { Empty } from "../empty.tsx";
import { ChangedElsewhere } from "../record/changed-elsewhere.tsx";
import { SavedViews } from "./saved-views.tsx";
import type { TableViewing } from "./use-table-view.ts";

type Heading = {
  readonly title: string;
  readonly description?: string | undefined;
  readonly pages: Pages<unknown>;
  readonly viewing: TableViewing;
  readonly actions?: ReactNode;
  readonly headingTag?: "h1" | "h2" | "h3" | undefined;
};

/** What a list is called, how many it has, and its buttons. */
export const ListHeader = ({ title, description, pages, viewing, actions, headingTag = "h1" }: Heading) => (
  <Header
    variant={headingTag === "h1" ? "h1" : "h2"}
    counter={texts.counter(pages.items.length, pages.hasMore)}
    description={description}
    actions={
      <SpaceBetween direction="horizontal" size="xs">
        <Button iconName="refresh" ariaLabel={texts.refresh} onClick={() => void pages.refresh()} />
        <SavedViews viewing={viewing} />
        {actions}
      </SpaceBetween>
    }
  >
    {title}
  </Header>
);

type Filtering = Pick<TableViewing, "view" | "change"> & {
  readonly pages: Pages<unknown>;
  readonly count: number;
  /** There are more rows than are searched. */
  readonly isCutOff: boolean;
  readonly filters?: ReactNode;
};

/** The search, the page's own filters, and what changed elsewhere. */
export const ListFilter = ({ view, change, pages, count, isCutOff, filters }: Filtering) => (
  <div className="filters">
    <TextFilter
      filteringText={view.search}
      filteringPlaceholder={texts.search}
      filteringAriaLabel={texts.search}
      filteringClearAriaLabel={texts.clearSearch}
      countText={isCutOff ? texts.matchesOfFirst(count, mostRead) : texts.matches(count)}
      onChange={({ detail }) => change({ search: detail.filteringText })}
    />
    {filters}
    {pages.changes !== undefined && (
      <ChangedElsewhere read={{ changes: pages.changes }} text={texts.listChanged} />
    )}
  </div>
);

export const NoMatch = ({ change }: Pick<TableViewing, "change">) => (
  <Empty
    title={texts.noMatch}
    lead={texts.noMatchLead}
    action={<Button onClick={() => change({ search: "" })}>{texts.clear}</Button>}
  />
);

type Paging = {
  readonly page: number;
  readonly count: number;
  readonly hasMore: boolean;
  readonly turnTo: (page: number) => Promise<void>;
};

/** Turns to other pages; behind the last one the next is read. */
export const ListPages = ({ page, count, hasMore, turnTo }: Paging) => (
  <Pagination
    currentPageIndex={page}
    pagesCount={count}
    openEnd={hasMore}
    onChange={({ detail }) => void turnTo(detail.currentPageIndex)}
    ariaLabels={{
      nextPageLabel: texts.nextPage,
      previousPageLabel: texts.previousPage,
      paginationLabel: texts.pages,
      pageLabel: texts.page,
    }}
  />
);
