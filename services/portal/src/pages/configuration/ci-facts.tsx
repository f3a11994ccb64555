import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName, TeamName } from "../../parts/names/named.tsx";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { configurationTexts as texts } from "./texts.ts";
import { useClassName } from "./use-classes.ts";

export type Ci = Schemas["Ci"];

const To = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <Link href={href} onFollow={follow}>
    {text}
  </Link>
);

const Services = ({ ids = [] }: { readonly ids?: readonly string[] | undefined }) =>
  ids.map((id, at) => (
    <span key={id}>
      {at > 0 && ", "}
      <To href={`/cis/${id}`} text={id} />
    </span>
  ));

/** Who answers for an item, where it is, and what it belongs to. */
export const CiFacts = ({ ci }: { readonly ci: Ci }) => {
  const className = useClassName();
  const names = texts.columns;
  return (
    <Container header={<Header variant="h2">{texts.facts}</Header>}>
      <KeyValues
        pairs={[
          [names.class, className(ci.classId)],
          [names.criticality, ci.criticality && texts.criticalities[ci.criticality]],
          [names.owner, <PersonName key="owner" id={ci.ownerId} />],
          [names.team, <TeamName key="team" id={ci.teamId} />],
          [names.environment, ci.environment],
          [names.location, ci.location],
          [
            texts.services,
            ci.serviceIds?.length ? <Services key="services" ids={ci.serviceIds} /> : undefined,
          ],
          [texts.asset, ci.assetId && <To key="asset" href={`/assets/${ci.assetId}`} text={ci.assetId} />],
          [texts.source, ci.source],
          [names.changed, <When key="changed" at={ci.updatedAt} />],
          [
            texts.supersededBy,
            ci.supersededBy && <To key="by" href={`/cis/${ci.supersededBy}`} text={ci.supersededBy} />,
          ],
        ]}
      />
    </Container>
  );
};
