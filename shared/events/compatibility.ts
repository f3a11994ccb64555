type Schema = Readonly<Record<string, unknown>>;

/** Words about a schema; they may be improved at any time. */
const words = new Set(["$schema", "$id", "title", "description", "examples", "$comment", "deprecated"]);

const isObject = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const asList = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value.map(String) : []).toSorted();

const propertyChanges = (before: Schema, after: Schema, at: string): readonly string[] => {
  const [old, now] = [(before.properties ?? {}) as Schema, (after.properties ?? {}) as Schema];
  const kept = Object.keys(old).flatMap((name) =>
    Object.hasOwn(now, name) ? differences(old[name], now[name], `${at}.${name}`) : [`${at}.${name} is gone`],
  );
  const [must, mustNow] = [asList(before.required), asList(after.required)];
  return [
    ...kept,
    ...mustNow.filter((name) => !must.includes(name)).map((name) => `${at}.${name} became required`),
    ...must.filter((name) => !mustNow.includes(name)).map((name) => `${at}.${name} became optional`),
  ];
};

const differences = (before: unknown, after: unknown, at: string): readonly string[] => {
  if (!isObject(before) || !isObject(after))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [`${at} changed`];
  const own = new Set(["properties", "required", ...words]);
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !own.has(key));
  return [
    ...propertyChanges(before, after, at),
    ...keys.flatMap((key) => {
      const [old, now] = [before[key], after[key]];
      if (!Array.isArray(old) || !Array.isArray(now) || old.length !== now.length)
        return differences(old, now, `${at}/${key}`);
      return old.flatMap((each, i) => differences(each, now[i], `${at}/${key}/${i}`));
    }),
  ];
};

/**
 * Why a published event version may not become what it now is; empty when it may. Consumers of yesterday read
 * tomorrow's events and the archive replays yesterday's to consumers of tomorrow, so both directions must
 * hold: only words change and only optional fields are added. Anything else is a new version of the event.
 */
export const incompatibilities = (published: Schema, now: Schema): readonly string[] =>
  differences(published, now, "detail");
