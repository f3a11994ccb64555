import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { Markdown } from "../../parts/markdown.tsx";
import { PersonName, TeamName } from "../../parts/names/named.tsx";
import { useNames } from "../../parts/names/names.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import type { Action } from "../../parts/record/action.ts";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { Timeline } from "../../parts/record/timeline.tsx";
import { follow } from "../../shell/follow.ts";
import { priceText } from "../catalog/price-text.ts";
import { EditionCompare } from "./edition-compare.tsx";
import { planTexts } from "./plan-texts.ts";
import { NotPublished, PublishDialog } from "./publish.tsx";
import { catalogItemTexts as texts } from "./texts.ts";
import { useCategories } from "./use-categories.ts";

type Item = Schemas["CatalogItem"];
type Shown = { readonly item: Item; readonly read: Read<Item> };

const actions: readonly Action<Item>[] = [
  {
    action: "retire",
    text: texts.action.retire,
    route: "POST /catalog-items/{catalogItemId}/retire",
  },
  {
    action: "restore",
    text: texts.action.restore,
    route: "POST /catalog-items/{catalogItemId}/restore",
    isPrimary: true,
  },
  {
    action: "redraft",
    text: texts.action.redraft,
    route: "POST /catalog-items/{catalogItemId}/redraft",
    isPrimary: true,
  },
];

const Buttons = ({ item, read }: Shown) => {
  const [isAsking, setAsking] = useState(false);
  const refresh = (): void => void read.refresh();
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <RecordActions record={item} actions={actions} onDone={read.put} onConflict={read.refresh} />
      {item.state === "draft" && (
        <Button href={`/catalog-items/${item.id}/edit`} onFollow={follow}>
          {texts.action.edit}
        </Button>
      )}
      {item.actions?.includes("publish") && (
        <Button variant="primary" onClick={() => setAsking(true)}>
          {texts.action.publish}
        </Button>
      )}
      {isAsking && (
        <PublishDialog
          item={item}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            refresh();
          }}
        />
      )}
    </SpaceBetween>
  );
};

const Audience = ({ item: { audience } }: Pick<Shown, "item">) => {
  const name = useNames();
  const { teamIds = [], personIds = [], notTeamIds = [] } = audience ?? {};
  const teams = (ids: readonly string[]) => ids.map((id) => name("team", id));
  const those = [...teams(teamIds), ...personIds.map((id) => name("person", id))];
  const others = notTeamIds.length === 0 ? "" : ` (${planTexts.notTeams}: ${teams(notTeamIds).join(", ")})`;
  return (those.join(", ") || texts.everybody) + others;
};

const Facts = ({ item }: Pick<Shown, "item">) => {
  const categories = useCategories();
  const { summary, categoryId, ownerId, teamId, deliveryDays, offer } = item;
  const fields = item.form?.sections.flatMap((section) => section.fields) ?? [];
  return (
    <Container header={<Header variant="h2">{texts.facts}</Header>}>
      <KeyValues
        columns={1}
        pairs={[
          [planTexts.summary, summary],
          [planTexts.category, categories.get(categoryId) ?? categoryId],
          [planTexts.price, priceText(item)],
          [planTexts.who, <Audience key="audience" item={item} />],
          [texts.columns.owner, <PersonName key="owner" id={ownerId} />],
          [planTexts.team, <TeamName key="team" id={teamId} />],
          [planTexts.deliveryDays, deliveryDays],
          [texts.part.form ?? "", fields.map(({ label }) => label).join(", ")],
          [texts.part.approvals ?? "", item.approvals?.map(({ name }) => name).join(", ")],
          [texts.part.fulfilment ?? "", item.fulfilment?.map(({ title }) => title).join(", ")],
          [texts.state, offer === undefined ? texts.notOffered : texts.offered(offer.edition)],
        ]}
      />
    </Container>
  );
};

const Page = ({ item, read }: Shown) => {
  const params = { catalogItemId: item.id };
  const history = usePages("GET /catalog-items/{catalogItemId}/history", { params, query: {} });
  return (
    <RecordPage
      id={item.id}
      title={item.name}
      state={item.state}
      stateText={texts.states[item.state] ?? item.state}
      facts={<Box>{item.offer === undefined ? texts.notOffered : texts.offered(item.offer.edition)}</Box>}
      actions={<Buttons item={item} read={read} />}
      alert={<ChangedElsewhere read={read} />}
      side={<Facts item={item} />}
    >
      {item.state === "draft" && <NotPublished item={item} />}
      {item.description !== undefined && (
        <Container header={<Header variant="h2">{planTexts.description}</Header>}>
          <Markdown text={item.description} />
        </Container>
      )}
      {item.edition > 1 && <EditionCompare key={item.edition} item={item} />}
      <Container header={<Header variant="h2">{texts.history}</Header>}>
        <Timeline history={history} telling={{ nameOf: ({ type }) => texts.events[type], hidden }} />
      </Container>
    </RecordPage>
  );
};

/** Told better by the comparison of editions. */
const hidden = ["form", "approvals", "autoApprove", "fulfilment", "bundle", "offer", "audience", "isBundle"];

/** One item of the catalog as those see it who keep it: what is offered, what is written, every edition. */
export const CatalogItemPage = ({ catalogItemId }: { readonly catalogItemId: string }) => {
  const read = useRead("GET /catalog-items/{catalogItemId}", { params: { catalogItemId } });
  if (read.value !== undefined) return <Page key={catalogItemId} item={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
