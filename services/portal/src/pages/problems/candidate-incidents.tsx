import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useRead } from "../../api/use-read.ts";
import { StateBadge } from "../../parts/state-badge.tsx";
import { When } from "../../parts/when.tsx";
import { follow } from "../../shell/follow.ts";
import { partTexts } from "../../texts/parts.ts";

/** A candidate names its incidents only: they are read one by one, so many at a time. */
const atOnce = 20;

/** One incident; the number alone of one that is not for the person. */
const Incident = ({ id }: { readonly id: string }) => {
  const { value } = useRead("GET /incidents/{incidentId}", { params: { incidentId: id } }, { everyMs: 0 });
  return (
    <li>
      <SpaceBetween direction="horizontal" size="xs" alignItems="center">
        <Link href={`/incidents/${id}`} onFollow={follow}>
          {id} {value?.title ?? ""}
        </Link>
        {value !== undefined && <StateBadge state={value.state} />}
        {value !== undefined && (
          <Box color="text-body-secondary">
            <When at={value.openedAt} as="distance" />
          </Box>
        )}
      </SpaceBetween>
    </li>
  );
};

/** The incidents that keep coming back, the newest first. */
export const CandidateIncidents = ({ ids }: { readonly ids: readonly string[] }) => {
  const [most, setMost] = useState(atOnce);
  return (
    <SpaceBetween size="s">
      <ul className="plain">
        {ids.slice(0, most).map((id) => (
          <Incident key={id} id={id} />
        ))}
      </ul>
      {ids.length > most && <Button onClick={() => setMost(most + atOnce)}>{partTexts.more}</Button>}
    </SpaceBetween>
  );
};
