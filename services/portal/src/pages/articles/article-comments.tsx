import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { PersonName } from "../../parts/names/named.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { SegmentedControl } from "../../parts/segmented-control.tsx";
import { When } from "../../parts/when.tsx";
import { partTexts } from "../../texts/parts.ts";
import { articleTexts as texts } from "./texts.ts";

/** What a reader said; the words only for those who work with knowledge. */
type Said = Schemas["ArticleRating"];

const Entry = ({ said: { personId, updatedAt, comment } }: { readonly said: Said }) => (
  <li>
    <SpaceBetween direction="horizontal" size="xs">
      <b>
        <PersonName id={personId} />
      </b>
      <Box color="text-body-secondary">
        <When at={updatedAt} as="distance" />
      </Box>
    </SpaceBetween>
    {comment === undefined ? (
      <Box color="text-body-secondary">{texts.noWords}</Box>
    ) : (
      <p className="words">{comment}</p>
    )}
  </li>
);

const kinds = [
  { id: "false", text: texts.unhelpful },
  { id: "true", text: texts.helpful },
];

/** What readers say of an article, those whom it did not help first: what its owner makes it better by. */
export const ArticleComments = ({ articleId }: { readonly articleId: string }) => {
  const [helpful, setHelpful] = useState("false");
  const pages = usePages("GET /articles/{articleId}/ratings", {
    params: { articleId },
    query: { helpful, limit: 25 },
  });
  const items: readonly Said[] = pages.items;
  return (
    <Container header={<Header variant="h2">{texts.comments}</Header>}>
      <SpaceBetween size="s">
        <SegmentedControl
          label={texts.comments}
          selectedId={helpful}
          options={kinds}
          onChange={({ detail }) => setHelpful(detail.selectedId)}
        />
        <ProblemAlert problem={pages.problem} onRetry={pages.refresh} />
        {items.length === 0 && !pages.isLoading && <Empty title={texts.noComments} />}
        <ul className="plain">
          {items.map((said) => (
            <Entry key={said.id} said={said} />
          ))}
        </ul>
        {pages.hasMore && <Button onClick={() => void pages.more()}>{partTexts.more}</Button>}
      </SpaceBetween>
    </Container>
  );
};
