import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { partTexts as texts } from "../../texts/parts.ts";
import { type Bound, rowAt } from "./bound.ts";

type Props<R> = {
  readonly rows: Bound<readonly R[]>;
  readonly nameOf: (row: R, at: number) => string;
  readonly add: { readonly text: string; readonly make: () => R };
  readonly most: number;
  /** Rows open and close: for long lists of large ones. */
  readonly folds?: boolean;
  readonly children: (row: Bound<R>, at: number) => ReactNode;
};

/** Where the focus goes once the list is drawn anew: to the first field of what was added, or to where one goes on. */
const useFocus = () => {
  const list = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted === undefined) return;
    list.current?.querySelector<HTMLElement>(wanted)?.focus();
    setWanted(undefined);
  }, [wanted]);
  return { list, focus: setWanted };
};

type RowProps = {
  readonly name: string;
  readonly at: number;
  /** Whether it opens and closes, and is open to begin with. */
  readonly folded: "open" | "closed" | undefined;
  readonly onRemove: () => void;
  readonly children: ReactNode;
};

const Row = ({ name, at, folded, onRemove, children }: RowProps) => {
  const remove = (
    <Button variant="icon" iconName="remove" ariaLabel={texts.removeChoice(name)} onClick={onRemove} />
  );
  return (
    <div data-row-at={at}>
      {folded === undefined ? (
        <Container
          header={
            <Header variant="h3" actions={remove}>
              {name}
            </Header>
          }
        >
          {children}
        </Container>
      ) : (
        <ExpandableSection
          variant="container"
          headingTagOverride="h3"
          headerText={name}
          headerActions={remove}
          defaultExpanded={folded === "open"}
        >
          {children}
        </ExpandableSection>
      )}
    </div>
  );
};

/** Rows of a form that are added at the end and taken away; what was added has the focus. */
export const RowList = <R,>({ rows, nameOf, add, most, folds = false, children }: Props<R>) => {
  const { list, focus } = useFocus();
  const [firstNew] = useState(rows.value.length);
  const remove = (at: number): void => {
    rows.set(rows.value.filter((_, other) => other !== at));
    focus("[data-add] button, button[data-add]");
  };
  const append = (): void => {
    rows.set([...rows.value, add.make()]);
    focus(`[data-row-at="${rows.value.length}"] :is(input, textarea)`);
  };
  return (
    <div ref={list}>
      <SpaceBetween size="s">
        {rows.value.map((row, at) => {
          const key = `row ${at}`;
          const folded = at < firstNew ? "closed" : "open";
          return (
            <Row
              key={key}
              at={at}
              name={nameOf(row, at)}
              folded={folds ? folded : undefined}
              onRemove={() => remove(at)}
            >
              {children(rowAt(rows, at, row), at)}
            </Row>
          );
        })}
        <Button iconName="add-plus" data-add="" disabled={rows.value.length >= most} onClick={append}>
          {add.text}
        </Button>
      </SpaceBetween>
    </div>
  );
};
