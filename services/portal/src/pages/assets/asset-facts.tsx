import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { KeyValues } from "../../parts/key-values.tsx";
import { CiNames } from "../../parts/names/ci-name.tsx";
import { PersonName, TeamName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { partTexts } from "../../texts/parts.ts";
import { actionTexts } from "./action-texts.ts";
import type { Asset } from "./asset-actions.ts";
import { useCostCenters, useStockrooms, useVendors } from "./places.ts";
import { assetTexts as texts } from "./texts.ts";

type Props = { readonly asset: Asset };

type Way = { readonly to: string; readonly id: string | undefined; readonly name: ReactNode };

/** What it names, by its name, with the way to its page. */
const Named = ({ to, id, name }: Way) =>
  id === undefined ? (
    partTexts.none
  ) : (
    <Link href={`${to}/${id}`} onFollow={follow}>
      {name}
    </Link>
  );

const Disposal = ({ asset: { disposal } }: Props) =>
  disposal === undefined ? null : (
    <Container header={<Header variant="h2">{texts.disposal}</Header>}>
      <KeyValues
        pairs={[
          [actionTexts.how, actionTexts.hows[disposal.how] ?? inWords(disposal.how)],
          [texts.leftOn, disposal.on],
          [texts.certificate, disposal.certificate],
          [texts.wiped, actionTexts.wipes[disposal.wiped]],
          [actionTexts.evidence, disposal.wipeEvidence],
          [texts.recipient, disposal.recipient],
          [texts.signedBy, <PersonName key="by" id={disposal.by} />],
        ]}
      />
    </Container>
  );

/** What is known of an asset besides who has it. */
export const AssetFacts = ({ asset }: Props) => {
  const { nameOf } = useStockrooms();
  const names = texts.columns;
  const { modelId, ciId, costCenterId, vendorId } = asset;
  const vendorOf = useVendors();
  const costCenterOf = useCostCenters();
  return (
    <SpaceBetween size="m">
      <Container header={<Header variant="h2">{texts.facts}</Header>}>
        <KeyValues
          pairs={[
            [names.model, <Named key="model" to="/asset-models" id={modelId} name={asset.modelName} />],
            [texts.manufacturer, asset.manufacturer],
            [names.tag, asset.tag],
            [names.serial, asset.serial],
            [names.place, asset.location ?? nameOf(asset.stockroomId)],
            [texts.ci, <Named key="ci" to="/cis" id={ciId} name={<CiNames ids={ciId ? [ciId] : []} />} />],
            [texts.team, <TeamName key="team" id={asset.ownerTeamId} />],
            [
              texts.costCenter,
              <Named key="payer" to="/cost-centers" id={costCenterId} name={costCenterOf(costCenterId)} />,
            ],
            [texts.vendor, <Named key="vendor" to="/vendors" id={vendorId} name={vendorOf(vendorId)} />],
            [texts.order, asset.orderNumber],
            [texts.purchasedOn, asset.purchasedOn],
            [names.warranty, asset.warrantyEndsOn],
            [texts.lastSeen, <When key="seen" at={asset.lastSeenAt} />],
            [texts.note, asset.note],
          ]}
        />
      </Container>
      <Disposal asset={asset} />
    </SpaceBetween>
  );
};
