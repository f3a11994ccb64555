/** A person or program of the tests by the name that tests call it. */
export type Name = keyof typeof groups | "robot";

const groups = {
  eve: [],
  emil: [],
  ann: ["role:agent", "team:desk"],
  abe: ["role:agent", "team:desk"],
  nora: ["role:agent", "team:network"],
  pia: ["role:problem-manager"],
  chad: ["role:change-manager"],
  asta: ["role:asset-manager"],
  cora: ["role:configuration-manager"],
  kim: ["role:knowledge-manager"],
  max: ["role:major-incident-manager"],
  ada: ["role:admin"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export const robotSecret = "robot-secret";

/**
 * Two employees (eve, emil), two agents of the service desk (ann, abe), one of the network team (nora), one
 * person in every other role (pia, chad, asta, cora, kim, max, ada), and a program (robot).
 */
export const standardPeople = {
  people: Object.entries(groups).map(([id, own]) => ({
    id,
    name: id[0]?.toUpperCase() + id.slice(1),
    email: `${id}@example.com`,
    groups: [...own],
  })),
  clients: [{ id: "robot", secret: robotSecret, groups: ["role:integration"] }],
};

/** Everybody, most ordinary people first. */
export const names: readonly Name[] = [...(Object.keys(groups) as (keyof typeof groups)[]), "robot"];

/** Roles as the services see them. */
export const rolesOf = (name: Name): readonly string[] =>
  name === "robot"
    ? ["integration"]
    : [
        "employee",
        ...groups[name].flatMap((group) => (group.startsWith("role:") ? [group.slice("role:".length)] : [])),
      ];
