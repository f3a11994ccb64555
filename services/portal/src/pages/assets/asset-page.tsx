import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { fieldName } from "../../api/plain-words.ts";
import { usePages } from "../../api/use-pages.ts";
import { type Read, useRead } from "../../api/use-read.ts";
import { lazily } from "../../parts/lazily.tsx";
import { ReadProblem } from "../../parts/problem-alert.tsx";
import { ChangedElsewhere } from "../../parts/record/changed-elsewhere.tsx";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { RecordPage } from "../../parts/record/record-page.tsx";
import { Timeline } from "../../parts/record/timeline.tsx";
import { useEditing } from "../../parts/record/use-editing.ts";
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { type Asset, assetActions } from "./asset-actions.ts";
import { AssetCosts } from "./asset-costs.tsx";
import type { AssetEditProps } from "./asset-edit.tsx";
import { AssetFacts } from "./asset-facts.tsx";
import { AssetHolder } from "./asset-holder.tsx";
import { stateText } from "./asset-state.tsx";
import { editedAsset } from "./edited-asset.ts";
import { labelsOf } from "./label-address.ts";
import { useLocations, useStockrooms } from "./places.ts";
import { promiseActions, withPromises } from "./promise-actions.ts";
import { assetTexts as texts } from "./texts.ts";
import { assetWorkers } from "./workers.ts";

type Props = { readonly asset: Asset; readonly read: Read<Asset> };

const AssetEdit = lazily<AssetEditProps>(async () => (await import("./asset-edit.tsx")).AssetEdit);

const valueText = (value: unknown): string => {
  if (value === null) return texts.none;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

const Proposal = ({ asset: { proposal } }: Pick<Props, "asset">) =>
  proposal === undefined ? null : (
    <Alert type="info" header={texts.proposal}>
      <Box>
        {texts.proposalBy(proposal.by)} {proposal.reason}
      </Box>
      <ul className="changes">
        {Object.entries(proposal.edits).map(([name, value]) => (
          <li key={name}>
            {fieldName(name)}: {valueText(value)}
          </li>
        ))}
      </ul>
    </Alert>
  );

const Shown = ({ asset, read }: Props) => {
  const me = useMe();
  const places = { stockrooms: useStockrooms().items, locations: useLocations().items };
  const works = hasRole(me, ...assetWorkers);
  const history = usePages(
    "GET /assets/{assetId}/history",
    works ? { params: { assetId: asset.id }, query: { limit: 50 } } : undefined,
  );
  const onDone = (next: Asset): void => {
    read.put(next);
    void history.refresh();
  };
  const editing = useEditing<Asset>({
    record: asset,
    fields: editedAsset(asset),
    save: "PATCH /assets/{assetId}",
    read: "GET /assets/{assetId}",
    fieldsOf: editedAsset,
    onDone,
  });
  return (
    <RecordPage
      id={asset.id}
      title={asset.name}
      state={asset.state}
      stateText={stateText(asset)}
      facts={<span>{asset.tag}</span>}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {works && (
            <Button href={labelsOf([asset.id])} onFollow={follow}>
              {texts.labels}
            </Button>
          )}
          {hasRole(me, "asset-manager") && <Button onClick={editing.open}>{texts.edit}</Button>}
          <RecordActions
            record={withPromises(asset, me)}
            actions={[...assetActions(places), ...promiseActions]}
            onDone={onDone}
            onConflict={read.refresh}
          />
        </SpaceBetween>
      }
      alert={<ChangedElsewhere read={read} />}
      side={<AssetFacts asset={asset} />}
    >
      <SpaceBetween size="m">
        {editing.isOpen && <AssetEdit asset={asset} editing={editing} onProposed={onDone} />}
        <Proposal asset={asset} />
        <AssetHolder asset={asset} />
        {hasRole(me, "asset-manager", "admin") && <AssetCosts asset={asset} />}
        {works && (
          <Container header={<Header variant="h2">{texts.story}</Header>}>
            <Timeline history={history} telling={{ hidden: ["reservations", "acceptance", "ciClassId"] }} />
          </Container>
        )}
      </SpaceBetween>
    </RecordPage>
  );
};

/** One asset: who has it, where it is, what it cost, what happened to it, and what can be done now. */
export const AssetPage = ({ assetId }: { readonly assetId: string }) => {
  const read = useRead("GET /assets/{assetId}", { params: { assetId } });
  if (read.value !== undefined) return <Shown key={assetId} asset={read.value} read={read} />;
  if (read.problem !== undefined) return <ReadProblem problem={read.problem} onRetry={read.refresh} />;
  return <Spinner size="large" />;
};
