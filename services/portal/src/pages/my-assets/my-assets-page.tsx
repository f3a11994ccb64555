import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { Empty } from "../../parts/empty.tsx";
import { lazily } from "../../parts/lazily.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { MyAsset } from "./my-asset.tsx";
import { myAssetsTexts as texts } from "./texts.ts";
import { useMyAssets } from "./use-my-assets.ts";

const MyRequests = lazily(async () => (await import("./my-requests.tsx")).MyRequests);

const MyReservations = lazily(async () => (await import("./my-reservations.tsx")).MyReservations);

/** Everything that is in the person's name, what they are asked about first. */
export const MyAssetsPage = () => {
  const { pages, assets, toConfirm, toReturn } = useMyAssets();
  const asked = [
    ...(toConfirm > 0 ? [texts.toConfirm(toConfirm)] : []),
    ...(toReturn > 0 ? [texts.toReturn(toReturn)] : []),
  ];
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={texts.lead}>
        {texts.title}
      </Header>
      <ProblemAlert problem={pages.problem} onRetry={pages.refresh} />
      {asked.length > 0 && <Box fontWeight="bold">{asked.join(" ")}</Box>}
      {pages.isLoading && <Spinner size="large" />}
      {!pages.isLoading && pages.items.length === 0 && <Empty title={texts.empty} lead={texts.emptyLead} />}
      {assets.map((asset) => (
        <MyAsset key={asset.id} assetId={asset.id} />
      ))}
      <MyReservations />
      <MyRequests />
    </SpaceBetween>
  );
};
