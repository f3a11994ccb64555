import Badge from "@cloudscape-design/components/badge";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { Empty } from "../../parts/empty.tsx";
import { FoundText } from "../../parts/found-text.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { follow } from "../../shell/follow.ts";
import type { Hit } from "./hit.ts";
import { homeTexts as texts } from "./texts.ts";
import type { useSearch } from "./use-search.ts";

const HitLine = ({ hit: { kind, href, title, lead } }: { readonly hit: Hit }) => (
  <li>
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Link href={href} onFollow={follow} fontSize="heading-s">
        <FoundText pieces={title} />
      </Link>
      <Badge color={kind === "ticket" ? "blue" : "grey"}>{texts.kinds[kind] ?? kind}</Badge>
    </SpaceBetween>
    {lead !== undefined && (
      <Box color="text-body-secondary">
        <FoundText pieces={lead} />
      </Box>
    )}
  </li>
);

type Props = {
  readonly search: ReturnType<typeof useSearch>;
  readonly onSearch: (text: string) => void;
};

const ReportInstead = ({ text }: { readonly text: string }) => (
  <Button href={`/report?title=${encodeURIComponent(text)}`} onFollow={follow}>
    {texts.reportThis}
  </Button>
);

/** What was found, and the way on when it does not help. */
export const Hits = ({ search, onSearch }: Props) => {
  const { hits, isAsking, isLoading, problem, text, didYouMean } = search;
  if (!isAsking) return null;
  return (
    <SpaceBetween size="s">
      <ProblemAlert problem={problem} />
      <div aria-live="polite">
        <Box color="text-body-secondary">{isLoading ? texts.searching : texts.found(hits.length)}</Box>
      </div>
      {didYouMean !== undefined && (
        <Button variant="inline-link" onClick={() => onSearch(didYouMean)}>
          {texts.didYouMean(didYouMean)}
        </Button>
      )}
      <ul className="plain">
        {hits.map((hit) => (
          <HitLine key={`${hit.kind} ${hit.id}`} hit={hit} />
        ))}
      </ul>
      {hits.length === 0 && !isLoading ? (
        <Empty title={texts.none} lead={texts.noneLead} action={<ReportInstead text={text} />} />
      ) : (
        <ReportInstead text={text} />
      )}
    </SpaceBetween>
  );
};
