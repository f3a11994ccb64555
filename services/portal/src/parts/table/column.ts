import type { ReactNode } from "react";

/** A column of a list. */
export type Column<Item> = {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  /** What the search looks in and the order goes by, unless `order` says better. */
  readonly text?: (item: Item) => string | undefined;
  readonly order?: (item: Item) => string | number | undefined;
  readonly width?: number;
  /** Hidden until the person asks for it. */
  readonly isExtra?: boolean;
  readonly isRowHeader?: boolean;
};
