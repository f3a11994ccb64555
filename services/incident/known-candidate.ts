import type { ProjectionType } from "../../shared/dynamo/projections.ts";

/** What incident management keeps of a problem candidate: enough to name it where an incident is like its own. */
export type KnownCandidate = {
  readonly id: string;
  readonly state: string;
  readonly likeness: {
    readonly kind: string;
    readonly ciId?: string | undefined;
    readonly serviceId?: string | undefined;
    readonly category?: string | undefined;
  };
  /** How many incidents it rests on. */
  readonly incidents: number;
  readonly lastOpenedAt: string;
};

/** Groups in which an incident looks for candidates: its CIs, and its service together with its category. */
export const candidateGroup = {
  ci: (ciId: string) => `ci#${ciId}`,
  service: (serviceId: string, category: string) => `service#${JSON.stringify([serviceId, category])}`,
};

const groupOf = ({ likeness: { ciId, serviceId, category } }: KnownCandidate): string | undefined => {
  if (ciId !== undefined) return candidateGroup.ci(ciId);
  if (serviceId === undefined || category === undefined) return undefined;
  return candidateGroup.service(serviceId, category);
};

export const candidateProjection: ProjectionType<KnownCandidate> = {
  kind: "CANDIDATE",
  memberships: (candidate) => {
    const group = groupOf(candidate);
    // What somebody dismissed is no help to anybody.
    return candidate.state === "proposed" && group !== undefined
      ? [{ group, order: candidate.lastOpenedAt }]
      : [];
  },
};
