import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { useWhole } from "../../api/use-whole.ts";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import type { Action } from "../../parts/record/action.ts";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { Timeline } from "../../parts/record/timeline.tsx";
import { AssetsByIds } from "../assets/lazy-assets-by-ids.tsx";
import { Scanning } from "./scanning.tsx";
import { auditTexts as texts } from "./texts.ts";
import { usePlaceName } from "./use-place-name.ts";

type Audit = Schemas["AssetAudit"];
type Props = { readonly audit: Audit };

/** The page says it better. */
const hidden = ["name", "state", "stockroomId", "locationId", "found", "unexpected", "unknown", "missing"];

const actions: readonly Action<Audit>[] = [
  {
    action: "close",
    text: texts.close,
    lead: texts.closeLead,
    route: "POST /asset-audits/{auditId}/close",
    isPrimary: true,
    fields: [{ name: "reportMissing", label: texts.report, kind: "toggle" }],
  },
  {
    action: "cancel",
    text: texts.cancel,
    lead: texts.cancelLead,
    isAsked: true,
    route: "POST /asset-audits/{auditId}/cancel",
  },
];

/** What the books have at the place and nobody has scanned yet. */
const ToFind = ({ audit: { stockroomId, locationId, found } }: Props) => {
  const query = stockroomId === undefined ? { locationId: locationId ?? "" } : { stockroomId };
  const { items, isLoading } = useWhole("GET /assets", { query: { ...query, limit: 100 } });
  const there = new Set(found);
  const ids = items
    .filter(({ id, state }) => !there.has(id) && state !== "retired" && state !== "in_transit")
    .map(({ id }) => id);
  if (isLoading) return <Spinner />;
  return <AssetsByIds title={texts.toFind} description={texts.toFindLead} ids={ids} none={texts.allFound} />;
};

const Unknown = ({ codes }: { readonly codes: readonly string[] }) => (
  <Container
    header={
      <Header variant="h2" counter={`(${codes.length})`} description={texts.unknownLead}>
        {texts.unknown}
      </Header>
    }
  >
    <ul className="changes">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  </Container>
);

const Results = ({ audit }: Props) => {
  const { state, missing, found, unexpected, unknown, reportsMissing } = audit;
  return (
    <SpaceBetween size="m">
      {state === "open" && <ToFind audit={audit} />}
      {missing !== undefined && (
        <AssetsByIds
          title={texts.missing}
          description={reportsMissing === true ? texts.reported : texts.missingLead}
          ids={missing}
          none={texts.allFound}
        />
      )}
      {unexpected.length > 0 && (
        <AssetsByIds title={texts.unexpected} description={texts.unexpectedLead} ids={unexpected} />
      )}
      {unknown.length > 0 && <Unknown codes={unknown} />}
      <AssetsByIds title={texts.found} description={texts.foundLead} ids={found} none={texts.noneYet} />
    </SpaceBetween>
  );
};

const Shown = ({ audit, read }: Props & { readonly read: Read<Audit> }) => {
  const placeOf = usePlaceName();
  const { id, name, state, actions: allowed = [] } = audit;
  const history = usePages("GET /asset-audits/{auditId}/history", {
    params: { auditId: id },
    query: { limit: 50 },
  });
  return (
    <RecordPage
      id={id}
      title={name}
      state={state}
      facts={<Box>{placeOf(audit)}</Box>}
      alert={<ChangedElsewhere read={read} />}
      actions={<RecordActions record={audit} actions={actions} onDone={read.put} onConflict={read.refresh} />}
    >
      <SpaceBetween size="m">
        {allowed.includes("close") && <Scanning auditId={id} onBooked={read.refresh} />}
        <Results audit={audit} />
        <Container header={<Header variant="h2">{texts.story}</Header>}>
          <Timeline history={history} telling={{ hidden }} />
        </Container>
      </SpaceBetween>
    </RecordPage>
  );
};

/** One count: what was scanned, what is still to be found, and in the end what is missing. */
export const AuditPage = ({ auditId }: { readonly auditId: string }) => {
  const read = useRead("GET /asset-audits/{auditId}", { params: { auditId } });
  if (read.value !== undefined) return <Shown key={auditId} audit={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
