import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { problemTexts as texts } from "./texts.ts";

type Suspect = Schemas["ExaminedProblemCandidate"]["suspectedChanges"][number];

/** Changes that were done shortly before the first incident, on its items or on what these depend on. */
export const Suspects = ({ changes }: { readonly changes: readonly Suspect[] }) => (
  <Container header={<Header variant="h2">{texts.suspects}</Header>}>
    {changes.length === 0 && <Box color="text-body-secondary">{texts.noSuspects}</Box>}
    <ul className="changes">
      {changes.map(({ changeId, title, ciId, doneAt }) => (
        <li key={`${changeId} ${ciId}`}>
          <Link href={`/changes/${changeId}`} onFollow={follow}>
            {changeId} {title}
          </Link>{" "}
          ({ciId}, <When at={doneAt} as="distance" />)
        </li>
      ))}
    </ul>
  </Container>
);
