import CollectionPreferences from "@cloudscape-design/components/collection-preferences";
import { partTexts as texts } from "../../texts/parts.ts";
import type { Column } from "./column.ts";
import type { TableView } from "./use-table-view.ts";

export type TablePreferencesProps<Item> = {
  readonly columns: readonly Column<Item>[];
  readonly shown: readonly string[];
  readonly view: TableView;
  readonly change: (part: Partial<TableView>) => void;
};

const sizes = [25, 50, 100];

/** Columns and their order, rows on a page, wrapping: as the person likes it. */
export const TablePreferences = <Item,>({ columns, shown, view, change }: TablePreferencesProps<Item>) => (
  <CollectionPreferences
    title={texts.preferences}
    confirmLabel={texts.confirm}
    cancelLabel={texts.cancel}
    preferences={{
      pageSize: view.pageSize,
      wrapLines: view.wrap,
      contentDisplay: [
        ...shown.map((id) => ({ id, visible: true })),
        ...columns.filter(({ id }) => !shown.includes(id)).map(({ id }) => ({ id, visible: false })),
      ],
    }}
    pageSizePreference={{
      title: texts.pageSize,
      options: sizes.map((value) => ({ value, label: texts.rows(value) })),
    }}
    wrapLinesPreference={{ label: texts.wrap, description: texts.wrapLead }}
    contentDisplayPreference={{
      title: texts.columns,
      options: columns.map(({ id, header, isRowHeader }) => ({
        id,
        label: header,
        alwaysVisible: isRowHeader === true,
      })),
    }}
    onConfirm={({ detail }) =>
      change({
        pageSize: detail.pageSize ?? view.pageSize,
        wrap: detail.wrapLines ?? view.wrap,
        columns: detail.contentDisplay?.filter(({ visible }) => visible).map(({ id }) => id),
      })
    }
  />
);
