import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { lazily } from "../../parts/lazily.tsx";
import { follow } from "../../shell/follow.ts";
import type { CiPageAnswer, PageRelation } from "./ci-form.ts";
import { ciEditTexts } from "./edit-texts.ts";
import type { RelateProps } from "./relate.tsx";
import { configurationTexts as texts } from "./texts.ts";
import type { UnrelateProps } from "./unrelate.tsx";
import { useClassName } from "./use-classes.ts";

const Relate = lazily<RelateProps>(async () => (await import("./relate.tsx")).Relate);
const Unrelate = lazily<UnrelateProps>(async () => (await import("./unrelate.tsx")).Unrelate);

type Ends = {
  readonly title: string;
  readonly relations: readonly PageRelation[];
  /** Absent where one may not. */
  readonly onEnd: ((relation: PageRelation) => void) | undefined;
};

const Ends = ({ title, relations, onEnd }: Ends) => {
  const className = useClassName();
  return relations.length === 0 ? null : (
    <div>
      <Box variant="h3">{title}</Box>
      <ul className="changes">
        {relations.map((relation) => {
          const { id, name, group, other } = relation;
          return (
            <li key={id}>
              {name}{" "}
              <Link variant="primary" href={`/cis/${other.id}`} onFollow={follow}>
                {other.name}
              </Link>{" "}
              (
              {[className(other.classId), texts.states[other.state] ?? other.state, group]
                .filter(Boolean)
                .join(", ")}
              )
              {onEnd !== undefined && (
                <Button
                  variant="inline-icon"
                  iconName="remove"
                  ariaLabel={ciEditTexts.unrelateName(name, other.name)}
                  onClick={() => onEnd(relation)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
};

type Props = { readonly page: CiPageAnswer; readonly mayWrite: boolean; readonly onDone: () => void };

/** What an item is related to, read from its side; who keeps it relates it to more, or ends a relation. */
export const CiRelations = ({ page, mayWrite, onDone }: Props) => {
  const { ci, from, to, hasMoreRelations } = page;
  const [isRelating, setRelating] = useState(false);
  const [ending, setEnding] = useState<PageRelation>();
  const onEnd = mayWrite ? setEnding : undefined;
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={mayWrite && <Button onClick={() => setRelating(true)}>{ciEditTexts.relate}</Button>}
        >
          {texts.relations}
        </Header>
      }
    >
      <SpaceBetween size="s">
        {from.length + to.length === 0 && <Box color="text-body-secondary">{texts.noRelations}</Box>}
        <Ends title={texts.relationsFrom} relations={from} onEnd={onEnd} />
        <Ends title={texts.relationsTo} relations={to} onEnd={onEnd} />
        {hasMoreRelations && <Box>{texts.moreRelations}</Box>}
      </SpaceBetween>
      {isRelating && <Relate ci={ci} onDone={onDone} onClose={() => setRelating(false)} />}
      {ending !== undefined && (
        <Unrelate ci={ci} relation={ending} onDone={onDone} onClose={() => setEnding(undefined)} />
      )}
    </Container>
  );
};
