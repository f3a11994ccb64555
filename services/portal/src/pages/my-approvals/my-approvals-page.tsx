import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useMe } from "../../session/me.ts";
import { ChangeApproval } from "./change-approval.tsx";
import { myApprovalsTexts as texts } from "./texts.ts";

/** Everything that waits for the person's yes or no. */
export const MyApprovalsPage = () => {
  const { id } = useMe();
  const changes = usePages("GET /changes", { query: { approverId: id, limit: 100 } });
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={texts.lead}>
        {texts.title}
      </Header>
      <ProblemAlert problem={changes.problem} onRetry={changes.refresh} />
      {changes.isLoading && <Spinner size="large" />}
      {!changes.isLoading && changes.items.length === 0 && (
        <Empty title={texts.empty} lead={texts.emptyLead} />
      )}
      {changes.items.map((change) => (
        <ChangeApproval key={change.id} change={change} onDone={() => void changes.refresh()} />
      ))}
    </SpaceBetween>
  );
};
