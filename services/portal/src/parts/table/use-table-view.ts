import { useCallback, useState } from "react";
import { keep, readKept } from "../kept.ts";

/** How a person looks at a list. */
export type TableView = {
  readonly pageSize: number;
  readonly wrap: boolean;
  /** Ids of the shown columns in their order; nothing means as the page has them. */
  readonly columns?: readonly string[] | undefined;
  readonly search: string;
  /** Filters that the page knows the meaning of. */
  readonly filters: Readonly<Record<string, string>>;
  readonly sortBy?: string | undefined;
  readonly descending?: boolean | undefined;
};

/** A view under a name of the person's own. */
export type SavedView = { readonly name: string; readonly view: TableView };

export type TableViewing = {
  readonly view: TableView;
  readonly change: (part: Partial<TableView>) => void;
  readonly saved: readonly SavedView[];
  readonly save: (name: string) => void;
  readonly remove: (name: string) => void;
};

const usual: TableView = { pageSize: 25, wrap: false, search: "", filters: {} };

/** Keeps how the person looks at the list `name`: the last way, and those saved under names. */
export const useTableView = (name: string, initial: Partial<TableView> = {}): TableViewing => {
  const [view, setView] = useState<TableView>(() => ({
    ...usual,
    ...initial,
    ...readKept<Partial<TableView>>("view", name),
    search: "",
  }));
  const [saved, setSaved] = useState(() => readKept<readonly SavedView[]>("views", name) ?? []);
  const change = useCallback(
    (part: Partial<TableView>) => {
      setView((before) => {
        const next = { ...before, ...part };
        keep("view", name, next);
        return next;
      });
    },
    [name],
  );
  const store = (next: readonly SavedView[]): void => {
    setSaved(next);
    keep("views", name, next);
  };
  return {
    view,
    change,
    saved,
    save: (title) => store([...saved.filter((each) => each.name !== title), { name: title, view }]),
    remove: (title) => store(saved.filter((each) => each.name !== title)),
  };
};
