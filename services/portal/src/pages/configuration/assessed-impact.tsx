import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useCommand } from "../../api/use-command.ts";
import { useRead } from "../../api/use-read.ts";
import { useCiNames } from "../../parts/names/ci-names.ts";
import { PersonName } from "../../parts/names/named.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { parameterOf } from "../../parts/record/action.ts";
import { When } from "../../parts/when.tsx";
import { hasRole, useMe } from "../../session/me.ts";
import { follow } from "../../shell/follow.ts";
import { assessmentTexts as texts } from "./assessment-texts.ts";
import { MarkDialog, useMarking } from "./mark-dialog.tsx";
import { configurationTexts } from "./texts.ts";

type Named = { readonly id: string; readonly name: string };

/** What a record keeps of its impact. */
type Assessed = {
  readonly services: readonly (Named & { readonly criticality: string; readonly ownerId?: string })[];
  readonly paths?: readonly (readonly { readonly ciId: string; readonly name: string }[])[];
  readonly unknownCiIds?: readonly string[];
  readonly truncated?: { readonly detail: string };
  readonly assessedAt: string;
};

type AgainRoute = "POST /incidents/{incidentId}/assess-impact" | "POST /changes/{changeId}/assess-impact";

export type AssessedImpactProps = {
  /** The incident or change. */
  readonly subjectId: string;
  readonly assessed: Assessed;
  /** Has it worked out anew; absent for who may not. */
  readonly again: AgainRoute | undefined;
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

const Ways = ({ paths, onMark }: Marking & { readonly paths: NonNullable<Assessed["paths"]> }) =>
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

type Marked = {
  readonly marks: readonly { readonly ciId: string; readonly by: string; readonly reason?: string }[];
  readonly onUnmark: ((id: string) => void) | undefined;
};

const Marks = ({ marks, onUnmark }: Marked) => {
  const name = useCiNames(marks.map(({ ciId }) => ciId));
  return marks.length === 0 ? null : (
    <div>
      <Box variant="h4">{texts.marked}</Box>
      <ul className="changes">
        {marks.map(({ ciId, by, reason }) => (
          <li key={ciId}>
            {name(ciId)} (<PersonName id={by} />
            {reason !== undefined && `: ${reason}`}){" "}
            {onUnmark !== undefined && (
              <Button
                variant="inline-link"
                ariaLabel={texts.afterName(name(ciId))}
                onClick={() => onUnmark(ciId)}
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

type AgainProps = Pick<AssessedImpactProps, "subjectId" | "onDone"> & { readonly route: AgainRoute };

const Again = ({ subjectId, route, onDone }: AgainProps) => {
  const { run, isRunning, problem } = useCommand(route, { done: texts.asked, onDone });
  return (
    <>
      <ProblemAlert problem={problem} />
      <Button
        loading={isRunning}
        onClick={() => void run({ params: { [parameterOf(route)]: subjectId }, body: {} } as never)}
      >
        {texts.again}
      </Button>
    </>
  );
};

/** The impact that an incident or a change keeps: people say what is not impacted after all, and have it worked out anew. */
export const AssessedImpact = ({ subjectId, assessed, again, onDone }: AssessedImpactProps) => {
  const me = useMe();
  const mayMark = hasRole(me, ...markers);
  const [marked, setMarked] = useState<Named>();
  const kept = useRead("GET /impact-assessments/{subjectId}", { params: { subjectId } }, { everyMs: 0 });
  const marking = useMarking(subjectId, () => {
    void kept.refresh();
    onDone();
  });
  const { services, paths = [], unknownCiIds = [], truncated } = assessed;
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
        actions={again !== undefined && <Again subjectId={subjectId} route={again} onDone={onDone} />}
      >
        {texts.title}
      </Header>
      <ProblemAlert problem={marked === undefined ? marking.problem : undefined} />
      <Services services={services} onMark={onMark} />
      <Ways paths={paths} onMark={onMark} />
      <Marks
        marks={kept.value?.marks ?? []}
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
