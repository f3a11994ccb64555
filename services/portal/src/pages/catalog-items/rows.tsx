import Button from "@cloudscape-design/components/button";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useId } from "react";
import { type Designing, useDesigning } from "./designing.ts";
import { copyOf, insertedAfter, moved, replaced, without } from "./row-edits.ts";
import { rowTexts as texts } from "./row-texts.ts";
import type { Row } from "./typed-item.ts";

type Props<R extends Row> = {
  readonly rows: readonly R[];
  readonly onChange: (rows: readonly R[]) => void;
  readonly nameOf: (row: R, at: number) => string;
  /** The fields of a row. */
  readonly children: (row: R, at: number, change: (row: R) => void) => ReactNode;
  readonly add: { readonly text: string; readonly make: () => R; readonly isDisabled?: boolean };
  readonly most: number;
  /** A row opens and closes; otherwise all of it stands in one line. */
  readonly leadOf?: (row: R) => string;
  /** A copy that is called otherwise; without it rows are not copied. */
  readonly copy?: (row: R) => R;
  /** Where a row may go beyond its own list. */
  readonly mover?: {
    readonly can: (uid: string, by: -1 | 1) => boolean;
    readonly move: (uid: string, by: -1 | 1) => void;
  };
};

/** What is done to rows: what changes, what is said of it, and where the focus goes. */
const editsOf = <R extends Row>(props: Props<R>, { say, focus, open }: Designing, list: string) => {
  const { rows, onChange, nameOf, add, copy, mover } = props;
  const canMove = (row: R, by: -1 | 1): boolean =>
    mover?.can(row.uid, by) ?? rows[rows.indexOf(row) + by] !== undefined;
  return {
    canMove,
    add: () => {
      const row = add.make();
      onChange([...rows, row]);
      open(row.uid, true);
      say(texts.added);
      focus(row.uid, "field");
    },
    copy: (row: R, name: string) => {
      const twin = copy?.(copyOf(row)) ?? row;
      onChange(insertedAfter(rows, row.uid, twin));
      open(twin.uid, true);
      say(texts.copied(name));
      focus(twin.uid, "field");
    },
    remove: (row: R, name: string) => {
      const at = rows.indexOf(row);
      const next = rows[at + 1] ?? rows[at - 1];
      onChange(without(rows, row.uid));
      say(texts.removed(name));
      focus(next?.uid ?? list, next === undefined ? "add" : "remove");
    },
    move: (row: R, by: -1 | 1) => {
      const at = rows.indexOf(row);
      if (mover === undefined) onChange(moved(rows, row.uid, by));
      else mover.move(row.uid, by);
      const isWithin = rows[at + by] !== undefined;
      say(isWithin ? texts.moved(nameOf(row, at), at + by + 1, rows.length) : texts.movedOn(nameOf(row, at)));
      focus(row.uid, by < 0 ? "up" : "down");
    },
  };
};

type Buttons = {
  readonly name: string;
  readonly edits: {
    readonly up?: (() => void) | undefined;
    readonly down?: (() => void) | undefined;
    readonly copy?: (() => void) | undefined;
    readonly remove: () => void;
  };
};

const RowButtons = ({ name, edits }: Buttons) => (
  <SpaceBetween direction="horizontal" size="xxs">
    <Button
      variant="icon"
      iconName="arrow-up"
      ariaLabel={texts.up(name)}
      disabled={edits.up === undefined}
      data-do="up"
      onClick={() => edits.up?.()}
    />
    <Button
      variant="icon"
      iconName="arrow-down"
      ariaLabel={texts.down(name)}
      disabled={edits.down === undefined}
      data-do="down"
      onClick={() => edits.down?.()}
    />
    {edits.copy && (
      <Button variant="icon" iconName="copy" ariaLabel={texts.copy(name)} onClick={edits.copy} />
    )}
    <Button
      variant="icon"
      iconName="remove"
      ariaLabel={texts.remove(name)}
      data-do="remove"
      onClick={edits.remove}
    />
  </SpaceBetween>
);

/**
 * Rows that are added, copied, moved and taken away by buttons, so that the keyboard does all of it. What was done is
 * said, and the focus goes where one goes on.
 */
export const Rows = <R extends Row>(props: Props<R>) => {
  const { rows, onChange, nameOf, children, add, most, leadOf, copy } = props;
  const designing = useDesigning();
  const list = useId();
  const edits = editsOf(props, designing, list);
  const change = (row: R): void => onChange(replaced(rows, row));
  const isFull = rows.length >= most;
  const buttonsOf = (row: R, name: string) => (
    <RowButtons
      name={name}
      edits={{
        up: edits.canMove(row, -1) ? () => edits.move(row, -1) : undefined,
        down: edits.canMove(row, 1) ? () => edits.move(row, 1) : undefined,
        copy: copy === undefined || isFull ? undefined : () => edits.copy(row, name),
        remove: () => edits.remove(row, name),
      }}
    />
  );
  const lineOf = (row: R, at: number) => (
    <div key={row.uid} className="design-line" data-row={row.uid}>
      <div className="design-fields">{children(row, at, change)}</div>
      <div className="design-buttons">{buttonsOf(row, nameOf(row, at))}</div>
    </div>
  );
  const sectionOf = (row: R, at: number) => (
    <div key={row.uid} data-row={row.uid}>
      <ExpandableSection
        variant="container"
        headingTagOverride="h3"
        headerText={nameOf(row, at)}
        headerDescription={leadOf?.(row) ?? ""}
        headerActions={buttonsOf(row, nameOf(row, at))}
        expanded={designing.isOpen(row.uid)}
        onChange={({ detail }) => designing.open(row.uid, detail.expanded)}
      >
        {designing.isOpen(row.uid) && <div data-body="">{children(row, at, change)}</div>}
      </ExpandableSection>
    </div>
  );
  return (
    <div data-row={list}>
      <SpaceBetween size="s">
        {rows.map(leadOf === undefined ? lineOf : sectionOf)}
        <Button
          iconName="add-plus"
          data-do="add"
          disabled={isFull || add.isDisabled === true}
          onClick={edits.add}
        >
          {add.text}
        </Button>
      </SpaceBetween>
    </div>
  );
};
