import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { FilesCard } from "../../parts/files/files-card.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName } from "../../parts/names/named.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { Rating } from "../../parts/rating/lazy-rating.tsx";
import type { Action } from "../../parts/record/action.ts";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { Composer } from "../../parts/record/composer.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { Timeline } from "../../parts/record/timeline.tsx";
import { When } from "../../parts/when.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { priceText } from "../catalog/price-text.ts";
import { RequestItems } from "./request-items.tsx";
import { requestTexts as texts } from "./texts.ts";

type Request = Schemas["ServiceRequest"];

const actions: readonly Action<Request>[] = [
  {
    action: "cancel",
    text: texts.cancel,
    route: "POST /requests/{requestId}/cancel",
    lead: texts.cancelLead,
    fields: [{ name: "reason", label: texts.reason, kind: "paragraph", isRequired: true }],
  },
];

const Shown = ({ request, read }: { readonly request: Request; readonly read: Read<Request> }) => {
  const isAgent = hasRole(useMe(), "agent");
  const history = usePages("GET /requests/{requestId}/history", {
    params: { requestId: request.id },
    query: { order: "newest", limit: 50 },
  });
  const onDone = (next: unknown): void => {
    read.put(next as Request);
    void history.refresh();
  };
  return (
    <RecordPage
      id={request.id}
      title={request.items.map(({ name }) => name).join(", ")}
      state={request.state}
      actions={<RecordActions record={request} actions={actions} onDone={onDone} onConflict={read.refresh} />}
      alert={<ChangedElsewhere read={read} />}
    >
      <SpaceBetween size="m">
        <Rating recordId={request.id} />
        <Container>
          <KeyValues
            columns={4}
            pairs={[
              [texts.forWhom, <PersonName key="for" id={request.requestedFor} />],
              [texts.requester, <PersonName key="requester" id={request.requesterId} />],
              [texts.placed, <When key="placed" at={request.placedAt} />],
              [texts.price, priceText(request)],
              ...(request.note === undefined ? [] : [[texts.note, request.note] as const]),
            ]}
          />
        </Container>
        <FilesCard
          home={{ path: "/requests/{requestId}", id: request.id }}
          files={request.attachments}
          isWorker={isAgent}
        />
        <RequestItems requestId={request.id} />
        <Container header={<Header variant="h2">{texts.story}</Header>}>
          <SpaceBetween size="m">
            <Composer
              id={request.id}
              comment="POST /requests/{requestId}/comments"
              note={isAgent ? "POST /requests/{requestId}/notes" : undefined}
              isAsker={!isAgent}
              onDone={onDone}
            />
            <Timeline
              history={history}
              telling={{
                nameOf: ({ type }) => texts.event[type],
                isInternal: ({ type }) => type === "RequestNoted",
                hidden: ["items"],
              }}
            />
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </RecordPage>
  );
};

/** One order: what is in it, how far each thing is, and what was said. */
export const RequestPage = ({ requestId }: { readonly requestId: string }) => {
  const read = useRead("GET /requests/{requestId}", { params: { requestId } });
  if (read.value !== undefined) return <Shown request={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
