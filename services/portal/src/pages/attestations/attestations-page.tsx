import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { usePagesOfAll } from "../../api/use-pages-of-all.ts";
import { Empty } from "../../parts/empty.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useMe } from "../../session/me.ts";
import { AttestationCard } from "./attestation-card.tsx";
import { attestationTexts as texts } from "./texts.ts";

/** Questions about items that the person or one of their teams answers for, those first that are due first. */
export const AttestationsPage = () => {
  const { teams } = useMe();
  const asked = [{ query: {} }, ...teams.map((teamId) => ({ query: { teamId } }))];
  const pages = usePagesOfAll("GET /ci-attestations", asked, { order: ({ dueAt }) => dueAt });
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={texts.lead}>
        {texts.title}
      </Header>
      <ProblemAlert problem={pages.problem} onRetry={pages.refresh} />
      {pages.isLoading && <Spinner />}
      {!pages.isLoading && pages.items.length === 0 && <Empty title={texts.none} lead={texts.noneLead} />}
      {pages.items.map((each) => (
        <AttestationCard key={each.id} attestation={each} onDone={() => void pages.refresh()} />
      ))}
      {pages.hasMore && <Button onClick={() => void pages.more()}>{texts.loadMore}</Button>}
    </SpaceBetween>
  );
};
