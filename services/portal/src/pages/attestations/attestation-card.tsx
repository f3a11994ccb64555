import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { Schemas } from "../../../../../docs/generated/api.ts";
import { useRead } from "../../api/use-read.ts";
import { Due } from "../../parts/due.tsx";
import { KeyValues } from "../../parts/key-values.tsx";
import { PersonName, TeamName } from "../../parts/names/named.tsx";
import { useNames } from "../../parts/names/names.ts";
import type { Action } from "../../parts/record/action.ts";
import { RecordActions } from "../../parts/record/record-actions.tsx";
import { inWords } from "../../parts/words.ts";
import { useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { configurationTexts } from "../configuration/texts.ts";
import { attestationTexts as texts } from "./texts.ts";

export type Attestation = Schemas["CiAttestation"];
type Ci = Schemas["Ci"];

const actions: readonly Action<Attestation>[] = [
  {
    action: "dispute",
    text: texts.dispute,
    route: "POST /ci-attestations/{attestationId}/dispute",
    lead: texts.disputeLead,
    fields: [{ name: "comment", label: texts.comment, kind: "paragraph", isRequired: true }],
    isPrimary: true,
  },
  {
    action: "confirm",
    text: texts.confirm,
    route: "POST /ci-attestations/{attestationId}/confirm",
    isPrimary: true,
  },
];

const names = configurationTexts.columns;

const Known = ({ ci }: { readonly ci: Ci }) => (
  <KeyValues
    columns={4}
    pairs={[
      [names.class, inWords(ci.classId)],
      [names.state, configurationTexts.states[ci.state]],
      ...(ci.criticality === undefined
        ? []
        : ([[names.criticality, configurationTexts.criticalities[ci.criticality]]] as const)),
      ...(ci.ownerId === undefined
        ? []
        : ([[names.owner, <PersonName key="owner" id={ci.ownerId} />]] as const)),
      ...(ci.teamId === undefined ? [] : ([[names.team, <TeamName key="team" id={ci.teamId} />]] as const)),
      ...(ci.environment === undefined ? [] : ([[names.environment, ci.environment]] as const)),
      ...(ci.location === undefined ? [] : ([[names.location, ci.location]] as const)),
      ...Object.entries(ci.attributes ?? {}).map(
        ([name, value]) => [inWords(name), Array.isArray(value) ? value.join("; ") : String(value)] as const,
      ),
    ]}
  />
);

type Props = { readonly attestation: Attestation; readonly onDone: () => void };

/** A question about one item: what is known of it, by when an answer is wanted, and the answer. */
export const AttestationCard = ({ attestation, onDone }: Props) => {
  const { ciId, ownerId, teamId = "", dueAt, reminders } = attestation;
  const me = useMe();
  const name = useNames();
  const read = useRead("GET /cis/{ciId}", { params: { ciId } }, { everyMs: 0 });
  const isWorker = me.roles.some((role) => role !== "employee");
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={ownerId === me.id ? texts.you : texts.team(name("team", teamId))}
          actions={
            <RecordActions record={attestation} actions={actions} onDone={onDone} onConflict={onDone} />
          }
        >
          {read.value?.name ?? ciId}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <Box>
          {texts.due} <Due at={dueAt} />
          {reminders > 0 && `, ${texts.reminded(reminders)}`}
        </Box>
        {read.value !== undefined && <Known ci={read.value} />}
        {read.problem !== undefined && <Box color="text-body-secondary">{texts.unseen}</Box>}
        {isWorker && (
          <Link href={`/cis/${ciId}`} onFollow={follow}>
            {texts.more}
          </Link>
        )}
      </SpaceBetween>
    </Container>
  );
};
