import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { useCiNames } from "../../parts/names/ci-names.ts";
import { PersonName } from "../../parts/names/named.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { When } from "../../parts/when.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { configurationTexts } from "../configuration/texts.ts";
import { assessmentTexts as texts } from "./assessment-texts.ts";
import type { Incident } from "./incident.ts";
import { MarkDialog, useMarking } from "./mark-dialog.tsx";

type Assessed = NonNullable<Incident["impactAssessment"]>;
type Named = { readonly id: string; readonly name: string };

export type IncidentAssessmentProps = {
  readonly incident: Incident;
  readonly assessed: Assessed;
  readonly onDone: () => void;
};

/** Who says what is impacted; the API decides. */
const markers = [
  "agent",
  "problem-manager",
  "change-manager",
  "asset-manager",
  "major-incident-manager",
  "configuration-manager",
];

type Marking = { readonly onMark: ((ci: Named) => void) | undefined };

const NotImpacted = ({ ci, onMark }: Marking & { readonly ci: Named }) =>
  onMark === undefined ? null : (
    <Button variant="inline-link" ariaLabel={texts.notName(ci.name)} onClick={() => onMark(ci)}>
      {texts.not}
    </Button>
  );

const Services = ({ services, onMark }: Marking & Pick<Assessed, "services">) => (
  <div>
    <Box variant="h4">{texts.services}</Box>
    {services.length === 0 && <Box>{texts.noServices}</Box>}
    <ul className="changes">
      {services.map(({ id, name, criticality, ownerId }) => (
        <li key={id}>
          <Link href={`/cis/${id}`} onFollow={follow} variant="primary">
            {name}
          </Link>{" "}
          ({configurationTexts.columns.criticality}: {configurationTexts.criticalities[criticality]}
          {ownerId !== undefined && ", "}
          {ownerId !== undefined && texts.answersFor} {ownerId !== undefined && <PersonName id={ownerId} />}){" "}
          <NotImpacted ci={{ id, name }} onMark={onMark} />
        </li>
      ))}
    </ul>
  </div>
);

const Ways = ({ paths, onMark }: Marking & Pick<Assessed, "paths">) =>
  paths.length === 0 ? null : (
    <div>
      <Box variant="h4">{texts.ways}</Box>
      <ul className="changes">
        {paths.map((path) => {
          const last = path.at(-1);
          return (
            <li key={path.map(({ ciId }) => ciId).join(" ")}>
              {path.map(({ name }) => name).join(" → ")}{" "}
              {last !== undefined && path.length > 1 && (
                <NotImpacted ci={{ id: last.ciId, name: last.name }} onMark={onMark} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );

type Marked = { readonly ids: readonly string[]; readonly onUnmark: ((id: string) => void) | undefined };

const Marks = ({ ids, onUnmark }: Marked) => {
  const name = useCiNames(ids);
  return ids.length === 0 ? null : (
    <div>
      <Box variant="h4">{texts.marked}</Box>
      <ul className="changes">
        {ids.map((id) => (
          <li key={id}>
            {name(id)}{" "}
            {onUnmark !== undefined && (
              <Button
                variant="inline-link"
                ariaLabel={texts.afterName(name(id))}
                onClick={() => onUnmark(id)}
              >
                {texts.after}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

const Again = ({ incident, onDone }: Pick<IncidentAssessmentProps, "incident" | "onDone">) => {
  const { run, isRunning, problem } = useCommand("POST /incidents/{incidentId}/assess-impact", {
    done: texts.asked,
    onDone,
  });
  return (
    <>
      <ProblemAlert problem={problem} />
      <Button loading={isRunning} onClick={() => void run({ params: { incidentId: incident.id }, body: {} })}>
        {texts.again}
      </Button>
    </>
  );
};

/** The impact that the incident keeps: people say what is not impacted after all, and have it worked out anew. */
export const IncidentAssessment = ({ incident, assessed, onDone }: IncidentAssessmentProps) => {
  const me = useMe();
  const mayMark = hasRole(me, ...markers);
  const [marked, setMarked] = useState<Named>();
  const marking = useMarking(incident.id, onDone);
  const { services, paths, notImpactedCiIds = [], unknownCiIds = [], truncated } = assessed;
  const onMark = mayMark ? setMarked : undefined;
  return (
    <SpaceBetween size="s">
      <Header
        variant="h3"
        description={
          <>
            {texts.assessed} <When at={assessed.assessedAt} as="distance" />
          </>
        }
        actions={hasRole(me, "agent") && <Again incident={incident} onDone={onDone} />}
      >
        {texts.title}
      </Header>
      <ProblemAlert problem={marked === undefined ? marking.problem : undefined} />
      <Services services={services} onMark={onMark} />
      <Ways paths={paths} onMark={onMark} />
      <Marks
        ids={notImpactedCiIds}
        onUnmark={mayMark ? (ciId) => void marking.mark({ ciId, isImpacted: true }) : undefined}
      />
      {unknownCiIds.length > 0 && <Box>{texts.unknown(unknownCiIds.join(", "))}</Box>}
      {truncated !== undefined && <Box color="text-status-warning">{truncated.detail}</Box>}
      {marked !== undefined && (
        <MarkDialog ci={marked} marking={marking} onClose={() => setMarked(undefined)} />
      )}
    </SpaceBetween>
  );
};
