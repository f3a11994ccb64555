import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { useWaitingChanges, useWaitingOrders } from "../../parts/approvals/use-waiting.ts";
import { Empty } from "../../parts/empty.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { partTexts } from "../../texts/parts.ts";
import { ChangeApproval } from "./change-approval.tsx";
import { OrderApproval } from "./order-approval.tsx";
import { myApprovalsTexts as texts } from "./texts.ts";

/** Everything that waits for the person's yes or no, by their name or by a role they have. */
export const MyApprovalsPage = () => {
  const changes = useWaitingChanges();
  const orders = useWaitingOrders();
  const isLoading = changes.isLoading || orders.isLoading;
  const isNothing = changes.items.length + orders.items.length === 0;
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={texts.lead}>
        {texts.title}
      </Header>
      <ProblemAlert problem={changes.problem} onRetry={changes.refresh} />
      <ProblemAlert problem={orders.problem} onRetry={orders.refresh} />
      {isLoading && <Spinner size="large" />}
      {!isLoading && isNothing && <Empty title={texts.empty} lead={texts.emptyLead} />}
      {orders.items.map((item) => (
        <OrderApproval key={item.id} item={item} onDone={() => void orders.refresh()} />
      ))}
      {changes.items.map((change) => (
        <ChangeApproval key={change.id} change={change} onDone={() => void changes.refresh()} />
      ))}
      {(changes.hasMore || orders.hasMore) && (
        <Button onClick={() => void Promise.all([changes.more(), orders.more()])}>{partTexts.more}</Button>
      )}
    </SpaceBetween>
  );
};
