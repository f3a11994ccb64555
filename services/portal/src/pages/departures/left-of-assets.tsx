import Box from "@cloudscape-design/components/box";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useRead } from "../../api/use-read.ts";
import { useNow } from "../../parts/now.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { assetActions } from "../assets/asset-actions.ts";
import { AssetState } from "../assets/asset-state.tsx";
import { useLocations, useModels, useStockrooms } from "../assets/places.ts";
import { departureTexts as texts } from "./texts.ts";

/** What is done with what somebody gives back. */
const givenBack = ["checkIn", "reportMissing"];

/** An asset that is theirs still: how it stands, by when it is to be back, and taking it back. */
export const LeftAsset = ({ assetId }: { readonly assetId: string }) => {
  const { value: asset, put, refresh } = useRead("GET /assets/{assetId}", { params: { assetId } });
  const places = { stockrooms: useStockrooms().items, locations: useLocations().items };
  const now = useNow();
  if (asset === undefined) return <span>{assetId}</span>;
  const { expectedReturnAt, holderId } = asset;
  const isLate =
    holderId !== undefined && expectedReturnAt !== undefined && Date.parse(expectedReturnAt) < now;
  const actions = assetActions(places).filter(({ action }) => givenBack.includes(action));
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <Link href={`/assets/${assetId}`} onFollow={follow}>
        {[asset.name, asset.tag ?? asset.serial ?? assetId].join(", ")}
      </Link>
      <AssetState asset={asset} />
      {holderId !== undefined && (
        <span>
          {texts.backBy} <When at={expectedReturnAt} as="day" />
          {isLate && (
            <Box variant="span" color="text-status-error">
              {" "}
              ({texts.overdue})
            </Box>
          )}
        </span>
      )}
      <RecordActions record={asset} actions={actions} onDone={put} onConflict={refresh} />
    </SpaceBetween>
  );
};

/** Software they have a right to. */
export const LeftSeat = ({ seatId }: { readonly seatId: string }) => {
  const { value: seat } = useRead("GET /seats/{seatId}", { params: { seatId } });
  const { nameOf } = useModels();
  if (seat === undefined) return <span>{seatId}</span>;
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <Link href={`/licence-positions/${seat.modelId}.LIC`} onFollow={follow}>
        {nameOf(seat.modelId) ?? seat.modelId}
      </Link>
      <StateBadge state={seat.state} />
    </SpaceBetween>
  );
};

/** An asset they have asked for. */
export const LeftRequest = ({ assetRequestId }: { readonly assetRequestId: string }) => {
  const { value } = useRead("GET /asset-requests/{assetRequestId}", { params: { assetRequestId } });
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <span>{value?.modelName ?? assetRequestId}</span>
      {value !== undefined && <StateBadge state={value.state} />}
    </SpaceBetween>
  );
};
