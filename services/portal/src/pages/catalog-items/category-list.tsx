import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import type { BodyOf } from "../../api/request.ts";
import { useCommand } from "../../api/use-command.ts";
import { usePages } from "../../api/use-pages.ts";
import { useRead } from "../../api/use-read.ts";
import { Empty } from "../../parts/empty.tsx";
import type { FieldSpec } from "../../parts/form/field-spec.ts";
import { ActionDialog } from "../../parts/record/action-dialog.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import type { Column } from "../../parts/table/column.ts";
import { RecordTable } from "../../parts/table/record-table.tsx";
import { useTableView } from "../../parts/table/use-table-view.ts";
import { textColumn } from "../../parts/table/usual-columns.tsx";
import { partTexts } from "../../texts/parts.ts";
import { catalogItemTexts as texts } from "./texts.ts";

type Row = Schemas["ListedCatalogCategory"];
type Body = BodyOf<"POST /catalog-categories">;
type Category = Schemas["CatalogCategory"];

const fieldsOf = (category?: Category): readonly FieldSpec[] => [
  {
    name: "name",
    label: texts.categoryFields.name,
    kind: "text",
    isRequired: true,
    initial: category?.name ?? "",
  },
  {
    name: "description",
    label: texts.categoryFields.description,
    kind: "paragraph",
    initial: category?.description ?? "",
  },
  { name: "icon", label: texts.categoryFields.icon, kind: "text", initial: category?.icon ?? "" },
];

type Asking = { readonly onDone: () => void; readonly onClose: () => void };

const NewCategory = ({ onDone, onClose }: Asking) => {
  const { run, isRunning, problem } = useCommand("POST /catalog-categories", {
    done: partTexts.done,
    onDone,
  });
  return (
    <ActionDialog
      title={texts.newCategory}
      fields={fieldsOf()}
      draft="catalog-category.new"
      problem={problem}
      isRunning={isRunning}
      onSubmit={async (body) => (await run({ body: body as Body })) !== undefined}
      onClose={onClose}
    />
  );
};

/** Lists do not have all of a category: it is read first, and changed as the version that was read. */
const EditCategory = ({ id, onDone, onClose }: Asking & { readonly id: string }) => {
  const params = { catalogCategoryId: id };
  const { value } = useRead("GET /catalog-categories/{catalogCategoryId}", { params }, { everyMs: 0 });
  const { run, isRunning, problem } = useCommand("PUT /catalog-categories/{catalogCategoryId}", {
    done: partTexts.done,
    onDone,
  });
  if (value === undefined) return null;
  const { version } = value;
  return (
    <ActionDialog
      title={texts.editCategory}
      fields={fieldsOf(value)}
      draft={`${id}.edit.${version}`}
      problem={problem}
      isRunning={isRunning}
      onSubmit={async (body) => (await run({ params, body: body as Body, version })) !== undefined}
      onClose={onClose}
    />
  );
};

const columnsFor = (edit: (id: string) => void, refresh: () => void): readonly Column<Row>[] => [
  textColumn("name", texts.columns.name, ({ name }) => name, { width: 240, isRowHeader: true }),
  textColumn("id", texts.columns.id, ({ id }) => id, { width: 120 }),
  {
    id: "state",
    header: texts.columns.state,
    cell: ({ state }) => <StateBadge state={state} />,
    text: ({ state }) => state,
    width: 120,
  },
  {
    id: "actions",
    header: texts.actions,
    cell: (row) => (
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Button
          variant="inline-link"
          ariaLabel={`${texts.editCategory} ${row.name}`}
          onClick={() => edit(row.id)}
        >
          {texts.editCategory}
        </Button>
        <RecordActions
          record={row}
          actions={[
            {
              action: "retire",
              text: texts.action.retire,
              route: "POST /catalog-categories/{catalogCategoryId}/retire",
            },
            {
              action: "restore",
              text: texts.action.restore,
              route: "POST /catalog-categories/{catalogCategoryId}/restore",
            },
          ]}
          onDone={refresh}
          onConflict={refresh}
        />
      </SpaceBetween>
    ),
    width: 220,
  },
];

/** The shelves of the catalog: made, renamed, retired. */
export const CategoryList = () => {
  const pages = usePages("GET /catalog-categories", { query: { limit: 100 } });
  const viewing = useTableView("catalog-categories");
  const [asking, setAsking] = useState<string>();
  const close = (): void => setAsking(undefined);
  const refresh = (): void => void pages.refresh();
  const done = (): void => {
    close();
    refresh();
  };
  return (
    <>
      <RecordTable<Row>
        title={texts.categories}
        description={texts.categoriesLead}
        pages={pages}
        columns={columnsFor(setAsking, refresh)}
        viewing={viewing}
        actions={
          <Button variant="primary" onClick={() => setAsking("new")}>
            {texts.newCategory}
          </Button>
        }
        empty={<Empty title={texts.noCategories} lead={texts.noCategoriesLead} />}
      />
      {asking === "new" && <NewCategory onDone={done} onClose={close} />}
      {asking !== undefined && asking !== "new" && <EditCategory id={asking} onDone={done} onClose={close} />}
    </>
  );
};
