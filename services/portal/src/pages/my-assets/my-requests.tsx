import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { type ItemOf, usePages } from "../../api/use-pages.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { Empty } from "../../parts/empty.tsx";
import { DayField, TextAreaField } from "../../parts/form/form-fields.tsx";
import { RecordField } from "../../parts/form/record-field.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { endOfDay } from "../../parts/times.ts";
import { When } from "../../parts/when.tsx";
import { useMe } from "../../session/me.ts";
import { myAssetsTexts as texts } from "./texts.ts";

type Request = ItemOf<"GET /asset-requests">;
type AskProps = { readonly onClose: () => void; readonly onDone: () => void };

const withdraw: Action<Request> = {
  action: "withdraw",
  text: texts.withdraw,
  route: "POST /asset-requests/{assetRequestId}/withdraw",
  isPrimary: true,
};

const Ask = ({ onClose, onDone }: AskProps) => {
  const [modelId, setModel] = useState("");
  const [until, setUntil] = useState("");
  const [reason, setReason] = useState("");
  const ask = useCommand("POST /asset-requests", {
    done: ({ modelName }) => texts.asked(modelName),
    onDone: () => {
      onClose();
      onDone();
    },
  });
  const body = {
    modelId,
    ...(until === "" ? {} : { until: endOfDay(until) ?? until }),
    ...(reason.trim() === "" ? {} : { reason: reason.trim() }),
  };
  return (
    <Dialog
      title={texts.ask}
      onClose={onClose}
      confirm={{
        text: texts.ask,
        isRunning: ask.isRunning,
        isDisabled: modelId === "",
        onClick: () => void ask.run({ body }),
      }}
    >
      <SpaceBetween size="m">
        <ProblemAlert problem={ask.problem} />
        <RecordField label={texts.model} of="model" isRequired value={modelId} onChange={setModel} />
        <DayField label={texts.until} hint={texts.untilHint} value={until} onChange={setUntil} />
        <TextAreaField label={texts.why} rows={2} value={reason} onChange={setReason} />
      </SpaceBetween>
    </Dialog>
  );
};

const Line = ({ request, onDone }: { readonly request: Request; readonly onDone: () => void }) => {
  const { modelName, state, answer, createdAt } = request;
  const text = texts.states[state];
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <b>{modelName}</b>
      <StateBadge state={state} {...(text === undefined ? {} : { text })} />
      <When at={createdAt} as="distance" />
      {answer !== undefined && <Box>{answer}</Box>}
      <RecordActions record={request} actions={[withdraw]} onDone={onDone} onConflict={onDone} />
    </SpaceBetween>
  );
};

/** Devices the person asked for, and asking for one. */
export const MyRequests = () => {
  const { id } = useMe();
  const [isAsking, setAsking] = useState(false);
  const pages = usePages("GET /asset-requests", { query: { personId: id, limit: 20 } });
  const refresh = (): void => void pages.refresh();
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={texts.requestsLead}
          actions={<Button onClick={() => setAsking(true)}>{texts.ask}</Button>}
        >
          {texts.requests}
        </Header>
      }
    >
      <ProblemAlert problem={pages.problem} onRetry={pages.refresh} />
      {!pages.isLoading && pages.items.length === 0 && (
        <Empty title={texts.noRequests} lead={texts.noRequestsLead} />
      )}
      <ul className="plain">
        {pages.items.map((request) => (
          <li key={request.id}>
            <Line request={request} onDone={refresh} />
          </li>
        ))}
      </ul>
      {isAsking && <Ask onClose={() => setAsking(false)} onDone={refresh} />}
    </Container>
  );
};
