import type { ReactNode } from "react";
import { useSyncExternalStore } from "react";
import type { Column } from "./column.ts";

const narrow = matchMedia("(max-width: 600px)");
const follow = (listener: () => void): (() => void) => {
  narrow.addEventListener("change", listener);
  return () => narrow.removeEventListener("change", listener);
};

/** Whether the window is as narrow as a phone's, where a table shows its first column and no more. */
export const useIsNarrow = (): boolean => useSyncExternalStore(follow, () => narrow.matches);

type Props<Item> = {
  readonly label: string;
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly empty: ReactNode;
};

/** The rows of a list one below the other, with all that their columns say: nothing is out of view on a phone. */
export const RowCards = <Item extends { readonly id: string }>({
  label,
  items,
  columns,
  empty,
}: Props<Item>) => {
  if (items.length === 0) return empty;
  const title = columns.find(({ isRowHeader }) => isRowHeader) ?? columns[0];
  const facts = columns.filter((each) => each !== title);
  return (
    <ul className="row-cards" aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <b>{title?.cell(item)}</b>
          <dl>
            {facts.map(({ id, header, cell }) => (
              <div key={id}>
                <dt>{header}</dt>
                <dd>{cell(item)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
};
