import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { managers } from "../asset-records/answerable.ts";
import { PositionState } from "../assets/position-state.tsx";
import type { InstallationsProps } from "./installations-card.tsx";
import type { RightsProps } from "./rights-card.tsx";
import type { SeatsProps } from "./seats-card.tsx";
import { softwareTexts as texts } from "./texts.ts";

type Model = Schemas["AssetModel"];
type Position = Schemas["LicencePosition"];

const RightsCard = lazily<RightsProps>(async () => (await import("./rights-card.tsx")).RightsCard);
const SeatsCard = lazily<SeatsProps>(async () => (await import("./seats-card.tsx")).SeatsCard);
const InstallationsCard = lazily<InstallationsProps>(
  async () => (await import("./installations-card.tsx")).InstallationsCard,
);

const Stand = ({ model, position }: { readonly model: Model; readonly position: Position | undefined }) => (
  <Container header={<Header variant="h2">{texts.position}</Header>}>
    <KeyValues
      columns={4}
      pairs={[
        [texts.entitled, position?.entitled],
        [texts.used, position?.used],
        [texts.allocated, position?.allocated],
        [texts.metric, texts.metrics[model.metric]],
      ]}
    />
  </Container>
);

const Shown = ({ model, read }: { readonly model: Model; readonly read: Read<Position> }) => {
  const me = useMe();
  const position = read.value;
  return (
    <RecordPage
      id={model.id}
      title={model.name}
      facts={
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          {position !== undefined && <PositionState state={position.state} />}
          <Link href={`/asset-models/${model.id}`} onFollow={follow}>
            {texts.software}
          </Link>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="m">
        <Stand model={model} position={position} />
        {hasRole(me, ...managers, "admin") && <RightsCard modelId={model.id} onDone={read.refresh} />}
        <SeatsCard model={model} onDone={read.refresh} />
        <InstallationsCard modelId={model.id} onDone={read.refresh} />
      </SpaceBetween>
    </RecordPage>
  );
};

/** One software: rights that were bought, given and used. */
export const SoftwarePage = ({ positionId }: { readonly positionId: string }) => {
  const modelId = positionId.replace(/\.LIC$/, "");
  const model = useRead("GET /asset-models/{modelId}", { params: { modelId } }, { everyMs: 0 });
  const read = useRead("GET /licence-positions/{positionId}", { params: { positionId } });
  if (model.value !== undefined) return <Shown key={modelId} model={model.value} read={read} />;
  if (model.problem !== undefined) return <ReadProblem problem={model.problem} onRetry={model.refresh} />;
  return <Spinner size="large" />;
};
