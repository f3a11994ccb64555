import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Spinner from "@cloudscape-design/components/spinner";
import type { ReplyOf } from "../../api/request.ts";
import { useRead } from "../../api/use-read.ts";
import { Graph } from "../../parts/graph/graph.tsx";
import type { GraphNode } from "../../parts/graph/graph-model.ts";
import { lazily } from "../../parts/lazily.tsx";
import { CiNames } from "../../parts/names/ci-name.tsx";
import { ProblemAlert } from "../../parts/problem-alert.tsx";
import { inWords } from "../../parts/words.ts";
import { hasRole, useMe } from "../../session/me.ts";
import type { AssessedImpactProps } from "../configuration/assessed-impact.tsx";
import { edgesOf } from "../configuration/map-model.ts";
import type { Incident } from "./incident.ts";
import { incidentTexts as texts } from "./texts.ts";

const AssessedImpact = lazily<AssessedImpactProps>(
  async () => (await import("../configuration/assessed-impact.tsx")).AssessedImpact,
);

type Answer = ReplyOf<"POST /ci-impact">;

/** More than this is no picture any more. */
const mostShown = 60;

const nodesOf = (answer: Answer): readonly GraphNode[] => {
  const nodes = new Map<string, GraphNode>();
  for (const { id, name, classId, path } of answer.items.slice(0, mostShown)) {
    for (const step of path) {
      const isRoot = answer.ciIds.includes(step.ciId);
      nodes.set(step.ciId, {
        ...nodes.get(step.ciId),
        id: step.ciId,
        label: step.name,
        href: `/cis/${step.ciId}`,
        emphasis: isRoot ? "root" : "affected",
      });
    }
    nodes.set(id, { id, label: name, kind: inWords(classId), href: `/cis/${id}`, emphasis: "affected" });
  }
  return [...nodes.values()];
};

const Picture = ({ answer }: { readonly answer: Answer }) => {
  const nodes = nodesOf(answer);
  return nodes.length === 0 ? null : (
    <Graph
      nodes={nodes}
      edges={edgesOf({ suffers: { ...answer, items: answer.items.slice(0, mostShown) }, needed: undefined })}
      label={texts.impactMap}
      height={320}
    />
  );
};

type Props = { readonly incident: Incident; readonly onDone: () => void };

/** The configuration items an incident names, and what depends on them. */
export const IncidentImpact = ({ incident, onDone }: Props) => {
  const me = useMe();
  const { ciIds, impactAssessment: assessed } = incident;
  // What people marked as not impacted is left out of the picture, too.
  const body = { ciIds, notImpacted: assessed?.notImpactedCiIds ?? [] };
  const read = useRead("POST /ci-impact", ciIds.length > 0 ? { body } : undefined, { everyMs: 0 });
  const answer = read.value;
  return (
    <Container header={<Header variant="h2">{texts.impactTitle}</Header>}>
      <SpaceBetween size="s">
        {ciIds.length === 0 && <Box>{texts.noImpact}</Box>}
        {answer !== undefined && (
          <Box>
            <CiNames ids={ciIds} />: {texts.impactLead(answer.serviceCount, answer.impactedCount)}
            {answer.services.length > 0 && ` ${answer.services.map(({ name }) => name).join(", ")}.`}
          </Box>
        )}
        {read.isLoading && <Spinner />}
        <ProblemAlert problem={read.problem} onRetry={read.refresh} />
        {answer !== undefined && <Picture answer={answer} />}
        {assessed !== undefined && (
          <AssessedImpact
            subjectId={incident.id}
            assessed={assessed}
            again={hasRole(me, "agent") ? "POST /incidents/{incidentId}/assess-impact" : undefined}
            onDone={onDone}
          />
        )}
      </SpaceBetween>
    </Container>
  );
};
