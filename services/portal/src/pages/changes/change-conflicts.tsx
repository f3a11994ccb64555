import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { useRead } from "../../api/use-read.ts";
import { useNames } from "../../parts/names/names.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { changeTexts as texts } from "./texts.ts";

/** How many CIs or people are named of one conflict. */
const mostNamed = 5;

const named = (all: readonly string[] = []): string =>
  all.length <= mostNamed
    ? all.join(", ")
    : `${all.slice(0, mostNamed).join(", ")} … ${texts.more(all.length - mostNamed)}`;

type Props = {
  readonly changeId: string;
  /** What can be done when a freeze is among them. */
  readonly actions: ReactNode;
};

/** Everything that stands against a change as it is planned now. */
export const ChangeConflicts = ({ changeId, actions }: Props) => {
  const read = useRead("GET /changes/{changeId}/conflicts", { params: { changeId } }, { everyMs: 60_000 });
  const name = useNames();
  const conflicts = read.value?.conflicts ?? [];
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={read.value === undefined ? "" : `(${conflicts.length})`}
          actions={conflicts.some(({ kind }) => kind === "freeze") && actions}
        >
          {texts.conflictsTitle}
        </Header>
      }
    >
      <ProblemAlert problem={read.problem} onRetry={read.refresh} />
      {read.value !== undefined && conflicts.length === 0 && <Box>{texts.noConflicts}</Box>}
      <SpaceBetween size="xxs">
        {conflicts.map(({ kind, otherId, ciIds, personIds, detail }) => (
          <div key={`${kind} ${otherId} ${detail}`}>
            <b>{texts.conflictKinds[kind] ?? inWords(kind)}</b>{" "}
            {otherId !== undefined && (
              <Link href={`/changes/${otherId}`} onFollow={follow}>
                {otherId}
              </Link>
            )}{" "}
            {[named(ciIds), named(personIds?.map((id) => name("person", id))), detail]
              .filter(Boolean)
              .join(" ")}
          </div>
        ))}
      </SpaceBetween>
    </Container>
  );
};
