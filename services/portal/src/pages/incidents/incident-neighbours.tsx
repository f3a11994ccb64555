import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRead } from "../../api/use-read.ts";
import { FoundText } from "../../parts/found-text.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import type { Incident } from "./incident.ts";
import { incidentTexts as texts } from "./texts.ts";

type Entry = {
  readonly href: string;
  readonly key: string;
  readonly text: React.ReactNode;
  readonly note?: string;
};

const Entries = ({ title, entries }: { readonly title: string; readonly entries: readonly Entry[] }) =>
  entries.length === 0 ? null : (
    <div>
      <Box variant="h3">{title}</Box>
      <ul className="plain">
        {entries.map(({ key, href, text, note }) => (
          <li key={key}>
            <Link href={href} onFollow={follow}>
              {text}
            </Link>
            {note !== undefined && (
              <div>
                <Box variant="small">{note}</Box>
              </div>
            )}
          </li>
        ))}
      </ul>
    </div>
  );

type Alike = {
  readonly incident: { readonly id: string; readonly title: string };
  readonly because: readonly string[];
};

const alike = ({ incident: { id, title }, because }: Alike): Entry => ({
  key: id,
  href: `/incidents/${id}`,
  text: `${id} ${title}`,
  note: `${texts.because} ${because.map(inWords).join(", ").toLowerCase()}`,
});

/** Incidents like this one, and what is written about it: shown before anybody has to look for it. */
export const IncidentNeighbours = ({ incident }: { readonly incident: Incident }) => {
  const { id: incidentId, title, description, category, serviceId, ciIds } = incident;
  const once = { everyMs: 0 };
  const similar = useRead("POST /incidents/similar", { body: { incidentId } }, once);
  const about = { title, description, category, serviceId, ciIds };
  const known = useRead("POST /knowledge/suggestions", { body: JSON.parse(JSON.stringify(about)) }, once);
  const articles = known.value?.articles ?? [];
  const knownErrors = known.value?.knownErrors ?? [];
  const { duplicates = [], resolved = [] } = similar.value ?? {};
  const isNothing = [articles, knownErrors, duplicates, resolved].every(({ length }) => length === 0);
  return (
    <Container header={<Header variant="h2">{texts.similar}</Header>}>
      <SpaceBetween size="s">
        {isNothing && <Box>{texts.noSimilar}</Box>}
        <Entries title={texts.similarOpen} entries={duplicates.map(alike)} />
        <Entries title={texts.similarSolved} entries={resolved.map(alike)} />
        <Entries
          title={texts.articles}
          entries={articles.map((found) => ({
            key: found.id,
            href: `/articles/${found.id}`,
            text: <FoundText pieces={found.title} />,
          }))}
        />
        <Entries
          title={texts.knownErrors}
          entries={knownErrors.map((found) => ({
            key: found.id,
            href: `/problems/${found.id}`,
            text: <FoundText pieces={found.title} />,
          }))}
        />
      </SpaceBetween>
    </Container>
  );
};
