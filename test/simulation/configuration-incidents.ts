import type { Change } from "../../services/change/change.ts";
import { type Assessment, assessmentId } from "../../services/configuration/assessment.ts";
import { incidentProjection, type KnownIncident } from "../../services/configuration/known-incident.ts";
import type { Incident } from "../../services/incident/incident.ts";
import { recordOf } from "../../shared/dynamo/items.ts";
import type { Facts } from "./facts.ts";

const namedBy = ({ ciIds, serviceId }: Pick<Incident | Change, "ciIds" | "serviceId">): string =>
  [...new Set([...ciIds, ...(serviceId === undefined ? [] : [serviceId])])]
    .filter((id) => /^CI\d+$/.test(id))
    .toSorted()
    .join();

/** Changes are named by the same fields, and keep of the answer what their risk needs. */
const changesIn = ({ kept }: Facts): readonly Change[] =>
  kept.flatMap(({ service, id, item }) =>
    service === "change" && /^CHG\d+$/.test(id) && item !== undefined ? [recordOf<Change>(item)] : [],
  );

const incidentsIn = ({ kept }: Facts): readonly Incident[] =>
  kept.flatMap(({ service, id, item }) =>
    service === "incident" && id.startsWith("INC") && item !== undefined ? [recordOf<Incident>(item)] : [],
  );

/** Whatever names CIs is answered with their impact, and an incident has the newest answer. */
export const brokenAssessments = (facts: Facts): string[] => {
  const assessments = new Map(
    facts.kept.flatMap(({ id, item }) =>
      item !== undefined && id.startsWith("impact.") ? [[id, recordOf<Assessment>(item)] as const] : [],
    ),
  );
  const ofChanges = changesIn(facts).flatMap((change) => {
    const [named, assessed] = [
      namedBy(change),
      assessments.get(assessmentId(change.id))?.result.ciIds.join() ?? "",
    ];
    return named === assessed ? [] : [`${change.id} names ${named}, assessed was ${assessed}`];
  });
  const ofIncidents = incidentsIn(facts).flatMap((incident) => {
    const assessment = assessments.get(assessmentId(incident.id));
    const [named, assessed] = [namedBy(incident), assessment?.result.ciIds.join() ?? ""];
    const [newest, has] = [assessment?.version, incident.impactAssessment?.revision];
    return [
      ...(named === assessed ? [] : [`${incident.id} names ${named}, assessed was ${assessed}`]),
      ...(newest === has ? [] : [`${incident.id} has revision ${has} of its impact, not ${newest}`]),
    ];
  });
  return [...ofIncidents, ...ofChanges];
};

/** Open incidents are told in the bundles of their CIs, and closed ones are not. */
export const brokenOpenIncidents = ({ items }: Facts): string[] => {
  const own = items.get("configuration") ?? [];
  const wanted = own
    .filter(({ pk, sk }) => pk.startsWith("INCIDENT#") && sk === "PROJECTION")
    .flatMap(
      ({ pk, value }) =>
        incidentProjection.ties?.(pk.slice("INCIDENT#".length), value as KnownIncident) ?? [],
    )
    .map(({ bundle, part, entry }) => `BUNDLE#${bundle} PART#${part} e#${entry}`);
  const found = own
    .filter(({ pk }) => pk.startsWith("BUNDLE#incidents#"))
    .flatMap((item) =>
      Object.keys(item)
        .filter((name) => name.startsWith("e#"))
        .map((name) => `${item.pk} ${item.sk} ${name}`),
    );
  return wanted.toSorted().join() === found.toSorted().join()
    ? []
    : [`CIs tell of ${found}, there are ${wanted}`];
};
