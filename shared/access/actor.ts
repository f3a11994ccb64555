/**
 * Who acts: a person or a machine with a verified token, or a service acting on its own (a timer, an event).
 * `permissions` is what the roles grant in the service at hand.
 */
export type Actor = {
  readonly id: string;
  readonly name?: string | undefined;
  readonly roles: readonly string[];
  readonly teams: readonly string[];
  readonly permissions: ReadonlySet<string>;
};

/** Permissions look like `service:verb`; `*` in a grant means all of the service's. */
export type Permission = `${string}:${string}`;

/** Role name to what it may do in one service. Every signed-in person also has the role `employee`. */
export type Grants = Readonly<Record<string, readonly (Permission | "*")[]>>;

export const may = (actor: Actor, permission: Permission): boolean =>
  actor.permissions.has("*") || actor.permissions.has(permission);

/** The permissions that a set of roles grants in a service. */
export const granted = (grants: Grants, roles: readonly string[]): ReadonlySet<string> =>
  new Set(roles.flatMap((role) => (Object.hasOwn(grants, role) ? (grants[role] ?? []) : [])));

/** The service itself, when a timer or another service's event makes it act: it may everything in its own table. */
export const serviceActor = (service: string): Actor => ({
  id: `service:${service}`,
  roles: ["service"],
  teams: [],
  permissions: new Set(["*"]),
});
