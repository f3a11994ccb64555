import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import { usePages } from "../../api/use-pages.ts";
import { Empty } from "../../parts/empty.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { useMe } from "../../session/me.ts";
import { MyAsset } from "./my-asset.tsx";
import { myAssetsTexts as texts } from "./texts.ts";

/** Everything that is in the person's name. */
export const MyAssetsPage = () => {
  const { id } = useMe();
  const pages = usePages("GET /assets", { query: { holderId: id, limit: 100 } });
  return (
    <SpaceBetween size="m">
      <Header variant="h1" description={texts.lead}>
        {texts.title}
      </Header>
      <ProblemAlert problem={pages.problem} onRetry={pages.refresh} />
      {pages.isLoading && <Spinner size="large" />}
      {!pages.isLoading && pages.items.length === 0 && <Empty title={texts.empty} lead={texts.emptyLead} />}
      {pages.items.map((asset) => (
        <MyAsset key={asset.id} assetId={asset.id} />
      ))}
    </SpaceBetween>
  );
};
