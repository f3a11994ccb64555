import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { KeyValues } from "../../parts/key-values.tsx";
import { TeamName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import { inWords } from "../../parts/words.ts";
import { follow } from "../../shell/follow.ts";
import { actionTexts } from "./action-texts.ts";
import type { Asset } from "./asset-actions.ts";
import { useStockrooms } from "./places.ts";
import { assetTexts as texts } from "./texts.ts";

type Props = { readonly asset: Asset };

const Disposal = ({ asset: { disposal } }: Props) =>
  disposal === undefined ? null : (
    <Container header={<Header variant="h2">{texts.disposal}</Header>}>
      <KeyValues
        pairs={[
          [actionTexts.how, actionTexts.hows[disposal.how] ?? inWords(disposal.how)],
          [texts.certificate, disposal.certificate],
          [texts.wiped, actionTexts.wipes[disposal.wiped]],
          [texts.recipient, disposal.recipient],
        ]}
      />
    </Container>
  );

/** What is known of an asset besides who has it. */
export const AssetFacts = ({ asset }: Props) => {
  const { nameOf } = useStockrooms();
  const names = texts.columns;
  const { ciId } = asset;
  return (
    <SpaceBetween size="m">
      <Container header={<Header variant="h2">{texts.facts}</Header>}>
        <KeyValues
          pairs={[
            [names.model, asset.modelName],
            [texts.manufacturer, asset.manufacturer],
            [names.tag, asset.tag],
            [names.serial, asset.serial],
            [names.place, asset.location ?? nameOf(asset.stockroomId)],
            [
              texts.ci,
              ciId && (
                <Link key="ci" href={`/cis/${ciId}`} onFollow={follow}>
                  {ciId}
                </Link>
              ),
            ],
            [texts.team, <TeamName key="team" id={asset.ownerTeamId} />],
            [texts.costCenter, asset.costCenterId],
            [texts.vendor, asset.vendorId],
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
