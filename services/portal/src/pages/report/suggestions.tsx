import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { FoundText } from "../../parts/found-text.tsx";
import { useSettled } from "../../parts/use-settled.ts";
import { foundArticle } from "../read/found-by.ts";
import { type About, questionOf } from "./about.ts";
import { reportTexts as texts } from "./texts.ts";

type Found = Schemas["FoundItem"];
type Props = {
  readonly title: string;
  readonly description: string;
  readonly about: About;
  /** The person needs no ticket any more. */
  readonly onSolved: () => void;
};

const places: Readonly<Record<Found["kind"], (id: string) => string>> = {
  article: foundArticle,
  known_error: (id) => `/known-errors/${id}`,
  incident: (id) => `/incidents/${id}`,
};

const Item = ({ item, onSolved }: { readonly item: Found; readonly onSolved: () => void }) => (
  <li>
    <Link href={places[item.kind](item.id)} target="_blank" fontSize="body-m">
      <FoundText pieces={item.title} />
    </Link>
    <Box color="text-body-secondary">
      <FoundText pieces={item.excerpt} />
    </Box>
    {item.kind !== "incident" && (
      <Button variant="inline-link" onClick={onSolved}>
        {texts.solvedIt}
      </Button>
    )}
  </li>
);

/** What is known already about what is being written; it opens beside the form, which stays as it is. */
export const Suggestions = ({ title, description, about, onSolved }: Props) => {
  const asked = useSettled(JSON.stringify(questionOf(title, description, about)));
  const isAsking = asked !== undefined;
  const body = asked === undefined ? undefined : JSON.parse(asked);
  const { value } = useRead("POST /knowledge/suggestions", isAsking ? { body } : undefined, { everyMs: 0 });
  const found = isAsking ? [...(value?.articles ?? []), ...(value?.knownErrors ?? [])] : [];
  const tickets = isAsking ? (value?.tickets ?? []) : [];
  return (
    <Container header={<Header variant="h2">{texts.help}</Header>}>
      <div aria-live="polite">
        <SpaceBetween size="s">
          {found.length === 0 && <Box color="text-body-secondary">{texts.helpLead}</Box>}
          <ul className="plain">
            {found.map((item) => (
              <Item key={item.id} item={item} onSolved={onSolved} />
            ))}
          </ul>
          {tickets.length > 0 && <Box variant="h3">{texts.yours}</Box>}
          <ul className="plain">
            {tickets.map((item) => (
              <Item key={item.id} item={item} onSolved={onSolved} />
            ))}
          </ul>
        </SpaceBetween>
      </div>
    </Container>
  );
};
