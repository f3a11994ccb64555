import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { configurationTexts as texts } from "./texts.ts";

type Page = Schemas["CiPage"];
type Item = { readonly id: string; readonly title: string | undefined; readonly more: ReactNode };
type Card = {
  readonly title: string;
  readonly none: string;
  readonly path: string;
  readonly items: readonly Item[];
};

const Card = ({ title, none, path, items }: Card) => (
  <Container header={<Header variant="h2">{title}</Header>}>
    {items.length === 0 && <Box color="text-body-secondary">{none}</Box>}
    <ul className="plain">
      {items.map(({ id, title: text, more }) => (
        <li key={id}>
          <Link href={`${path}/${id}`} onFollow={follow}>
            {id} {text ?? `(${texts.restricted})`}
          </Link>
          <Box color="text-body-secondary">{more}</Box>
        </li>
      ))}
    </ul>
  </Container>
);

/** What is being done about an item, and what is written about it. */
export const CiWork = ({ page: { openIncidents, changes, articles } }: { readonly page: Page }) => (
  <SpaceBetween size="m">
    <Card
      title={texts.incidents}
      none={texts.noIncidents}
      path="/incidents"
      items={openIncidents.map(({ id, title, state, priority, openedAt }) => ({
        id,
        title,
        more: (
          <>
            P{priority}, {inWords(state)}, <When at={openedAt} as="distance" />
          </>
        ),
      }))}
    />
    <Card
      title={texts.changes}
      none={texts.noChanges}
      path="/changes"
      items={changes.map(({ id, title, state, outcome, plannedStart }) => ({
        id,
        title,
        more: (
          <>
            {inWords(outcome ?? state)}
            {plannedStart !== undefined && ", "}
            {plannedStart !== undefined && <When at={plannedStart} />}
          </>
        ),
      }))}
    />
    <Card
      title={texts.articles}
      none={texts.noArticles}
      path="/read"
      items={articles.map(({ id, title, publishedAt }) => ({
        id,
        title,
        more: <When at={publishedAt} as="day" />,
      }))}
    />
  </SpaceBetween>
);
