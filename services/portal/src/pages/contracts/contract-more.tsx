import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { usePages } from "../../api/use-pages.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { Timeline } from "../../parts/record/timeline.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { AssetsByIds } from "../assets/assets-by-ids.tsx";
import type { Contract } from "./contracts.tsx";
import { contractTexts as texts } from "./texts.ts";

/** How a contract stands, the assets that it covers, and what became of it. */
export const ContractMore = ({ record }: { readonly record: Contract }) => {
  const { id, state, renewals, cancellation, assetIds, version } = record;
  const history = usePages("GET /contracts/{contractId}/history", {
    params: { contractId: id },
    query: { limit: 50 },
  });
  return (
    <SpaceBetween size="m">
      <Container>
        <KeyValues
          columns={3}
          pairs={[
            [id, <StateBadge key="state" state={state} />],
            [texts.renewed, renewals === 0 ? undefined : texts.times(renewals)],
            [texts.cancelled, cancellation],
          ]}
        />
      </Container>
      <AssetsByIds key={version} title={texts.covered} ids={assetIds} none={texts.coversNone} />
      <Container header={<Header variant="h2">{texts.story}</Header>}>
        <Timeline history={history} telling={{ hidden: ["noticed"] }} />
      </Container>
    </SpaceBetween>
  );
};
