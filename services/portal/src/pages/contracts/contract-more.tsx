import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { usePages } from "../../api/use-pages.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { Timeline } from "../../parts/record/timeline.tsx";
import { StateBadge } from "../../parts/state-badge.tsx";
import { AssetsByIds } from "../assets/lazy-assets-by-ids.tsx";
import { contractTexts as texts } from "./texts.ts";

type Contract = Schemas["Contract"];

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
            ...(renewals === 0 ? [] : [[texts.renewed, texts.times(renewals)] as const]),
            ...(cancellation === undefined ? [] : [[texts.cancelled, cancellation] as const]),
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
