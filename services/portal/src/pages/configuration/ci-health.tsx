import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { follow } from "../../shell/follow.ts";
import { HealthBadge } from "./health-badge.tsx";
import { configurationTexts as texts } from "./texts.ts";

export type Health = Schemas["CiHealth"];

type Named = { readonly ciId: string; readonly name: string };

const Cis = ({ title, cis }: { readonly title: string; readonly cis: readonly Named[] }) =>
  cis.length === 0 ? null : (
    <div>
      <Box variant="h3">{title}</Box>
      <ul className="plain">
        {cis.map(({ ciId, name }) => (
          <li key={ciId}>
            <Link href={`/cis/${ciId}`} onFollow={follow}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );

const Way = ({ path = [] }: { readonly path?: readonly Named[] | undefined }) =>
  path.length === 0 ? null : (
    <Box>
      {texts.way}: {path.map(({ name }) => name).join(" → ")}
    </Box>
  );

/** How an item is doing, and what is to blame. */
export const CiHealthCard = ({ health }: { readonly health: Health }) => (
  <Container header={<Header variant="h2">{texts.health}</Header>}>
    <SpaceBetween size="s">
      <HealthBadge level={health.level} />
      <KeyValues
        pairs={[
          [texts.openIncidents, health.openIncidents],
          [texts.openChanges, health.openChanges],
        ]}
      />
      <Cis title={texts.causes} cis={health.causes} />
      <Way path={health.path} />
      <Cis title={texts.changing} cis={health.changing} />
      <Way path={health.changePath} />
      {health.truncated !== undefined && <Box color="text-status-warning">{health.truncated.detail}</Box>}
    </SpaceBetween>
  </Container>
);
