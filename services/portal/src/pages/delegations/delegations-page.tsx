import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { type ItemOf, type Pages, usePages } from "../../api/use-pages.ts";
import { useNames } from "../../parts/names/names.ts";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { When } from "../../parts/when.tsx";
import { useMe } from "../../session/me.ts";
import { NameDeputy } from "./name-deputy.tsx";
import { delegationTexts as texts } from "./texts.ts";

type Delegation = ItemOf<"GET /approval-delegations">;

type OneProps = { readonly one: Delegation; readonly onDone: () => void };

const One = ({ one, onDone }: OneProps) => {
  const name = useNames();
  const { run, isRunning, problem } = useCommand("POST /approval-delegations/{approvalDelegationId}/end", {
    done: texts.ended,
    onDone,
  });
  const { id, toId, personId, from, until, reason, state, version } = one;
  return (
    <li>
      <SpaceBetween direction="horizontal" size="s" alignItems="center">
        <b>{texts.stands(name("person", toId), name("person", personId))}</b>
        <span>
          <When at={from} /> – <When at={until} />
        </span>
        {reason}
        <StateBadge state={state} />
        {one.actions?.includes("end") === true && (
          <Button
            loading={isRunning}
            onClick={() => void run({ params: { approvalDelegationId: id }, body: {}, version })}
          >
            {texts.end}
          </Button>
        )}
      </SpaceBetween>
      <ProblemAlert problem={problem} />
    </li>
  );
};

type ListProps = { readonly title: string; readonly none: string; readonly pages: Pages<Delegation> };

const List = ({ title, none, pages }: ListProps) => (
  <Container header={<Header variant="h2">{title}</Header>}>
    <ProblemAlert problem={pages.problem} onRetry={pages.refresh} />
    {!pages.isLoading && pages.items.length === 0 && <Box color="text-body-secondary">{none}</Box>}
    <ul className="plain">
      {pages.items.map((one) => (
        <One key={one.id} one={one} onDone={() => void pages.refresh()} />
      ))}
    </ul>
  </Container>
);

/** Who decides on changes while the person is away, and for whom they do. */
export const DelegationsPage = () => {
  const { id } = useMe();
  const [isAdding, setAdding] = useState(false);
  const mine = usePages("GET /approval-delegations", { query: { personId: id, limit: 50 } });
  const others = usePages("GET /approval-delegations", { query: { toId: id, limit: 50 } });
  return (
    <SpaceBetween size="m">
      <Header
        variant="h1"
        description={texts.lead}
        actions={
          <Button variant="primary" onClick={() => setAdding(true)}>
            {texts.add}
          </Button>
        }
      >
        {texts.title}
      </Header>
      <List title={texts.mine} none={texts.noneMine} pages={mine} />
      <List title={texts.forOthers} none={texts.noneForOthers} pages={others} />
      {isAdding && <NameDeputy onClose={() => setAdding(false)} onDone={() => void mine.refresh()} />}
    </SpaceBetween>
  );
};
