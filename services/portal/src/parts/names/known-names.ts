/** What has a name besides its id. */
export type Kind = "person" | "team";

/** Names by kind and id, as far as they were asked for. */
export type KnownNames = ReadonlyMap<string, string>;

export const keyOf = (kind: Kind, id: string): string => `${kind}:${id}`;

/** Whether somebody else whose name is known is called the same. */
const isShared = (known: KnownNames, key: string, name: string): boolean => {
  const kind = key.slice(0, key.indexOf(":") + 1);
  for (const [other, theirs] of known)
    if (theirs === name && other !== key && other.startsWith(kind)) return true;
  return false;
};

/** Name of a person or team; with the id where two share a name, and the id alone while no name is known. */
export const nameText = (known: KnownNames, kind: Kind, id: string): string => {
  const key = keyOf(kind, id);
  const name = known.get(key);
  if (name === undefined) return id;
  return isShared(known, key, name) ? `${name} (${id})` : name;
};

type Found = readonly { readonly id: string; readonly name?: string | undefined }[];

/** What a field of a record names, by how fields are called: `assigneeId`, `ownerTeamId`, `watcherIds`. */
export const kindOfField = (field: string): Kind | undefined => {
  if (/team(Id|Ids)$/i.test(field)) return "team";
  return /(assignee|caller|owner|requester|holder|person|lead|chair|member|watcher|attendee)(Id|Ids)$/i.test(
    field,
  ) || /^(requestedFor|openedBy|savedBy|takenBy|settledBy)$/.test(field)
    ? "person"
    : undefined;
};

/** What was known and what was found, which is newer. */
export const withFound = (known: KnownNames, kind: Kind, found: Found): KnownNames =>
  new Map([
    ...known,
    ...found.flatMap(({ id, name }) => (name === undefined ? [] : [[keyOf(kind, id), name] as const])),
  ]);

/** The next question about ids that wait, and those that wait on: the API takes so many of each kind. */
export const nextQuestion = (waiting: readonly string[], most: number) => {
  const idsOf = (kind: Kind): readonly string[] =>
    waiting.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1));
  const [people, teams] = [idsOf("person"), idsOf("team")];
  return {
    body: { personIds: people.slice(0, most), teamIds: teams.slice(0, most) },
    rest: [
      ...people.slice(most).map((id) => keyOf("person", id)),
      ...teams.slice(most).map((id) => keyOf("team", id)),
    ],
  };
};
