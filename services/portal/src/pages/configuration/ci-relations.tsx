import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { follow } from "../../shell/follow.ts";
import { configurationTexts as texts } from "./texts.ts";
import { useClassName } from "./use-classes.ts";

type Page = Schemas["CiPage"];
type Relations = Page["from"];

const Ends = ({ title, relations }: { readonly title: string; readonly relations: Relations }) => {
  const className = useClassName();
  return relations.length === 0 ? null : (
    <div>
      <Box variant="h3">{title}</Box>
      <ul className="changes">
        {relations.map(({ id, name, group, other }) => (
          <li key={id}>
            {name}{" "}
            <Link variant="primary" href={`/cis/${other.id}`} onFollow={follow}>
              {other.name}
            </Link>{" "}
            (
            {[className(other.classId), texts.states[other.state] ?? other.state, group]
              .filter(Boolean)
              .join(", ")}
            )
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What an item is related to, read from its side. */
export const CiRelations = ({ page: { from, to, hasMoreRelations } }: { readonly page: Page }) => (
  <Container header={<Header variant="h2">{texts.relations}</Header>}>
    <SpaceBetween size="s">
      {from.length + to.length === 0 && <Box color="text-body-secondary">{texts.noRelations}</Box>}
      <Ends title={texts.relationsFrom} relations={from} />
      <Ends title={texts.relationsTo} relations={to} />
      {hasMoreRelations && <Box>{texts.moreRelations}</Box>}
    </SpaceBetween>
  </Container>
);
