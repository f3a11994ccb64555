import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { Assembly, Resource } from "../parts.ts";
import type { LoadedAssembly } from "../template/loaded-assembly.ts";

/** The CDK's resource for files that are copied into a bucket when a stack is deployed. */
const copyType = "Custom::CDKBucketDeployment";

/** Whether a function only copies such files in AWS: it comes with the CDK, in Python, and does not run here. */
export const isCopier = (assembly: Assembly, { arn }: Resource): boolean =>
  assembly.ofType(copyType).some(({ properties }) => properties.ServiceToken === arn);

/** A file of a bucket as it is answered. */
export type StoredFile = {
  readonly headers: Readonly<Record<string, string>>;
  readonly read: () => Buffer;
};

type Markers = Readonly<Record<string, string>>;

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));

/** Markers stand for what is known only when the stack is deployed; they are in the text of small files. */
const filled = (content: Buffer, markers: Markers, isJson: boolean): Buffer =>
  Object.entries(markers).length === 0
    ? content
    : Buffer.from(
        Object.entries(markers).reduce(
          (text, [marker, value]) =>
            text.replaceAll(marker, isJson ? JSON.stringify(value).slice(1, -1) : value),
          content.toString("utf8"),
        ),
      );

/**
 * What the template has copied into its buckets, by `bucket/key`. `standIn` gives what takes the place of a
 * value that exists in AWS only.
 */
export const copiedFiles = (
  assembly: LoadedAssembly,
  standIn: (value: string) => string,
): ReadonlyMap<string, StoredFile> => {
  const filesOf = ({ properties }: Resource): (readonly [string, StoredFile])[] => {
    const { SourceObjectKeys = [], SourceMarkers = [], SourceMarkersConfig = [] } = properties;
    const { DestinationBucketName: bucket, DestinationBucketKeyPrefix: prefix = "" } = properties;
    return (SourceObjectKeys as readonly string[]).flatMap((key, at) => {
      const folder = assembly.assets.get(key) ?? "";
      const markers = Object.fromEntries(
        Object.entries<string>(SourceMarkers[at] ?? {}).map(([name, value]) => [name, standIn(value)]),
      );
      const isJson = SourceMarkersConfig[at]?.jsonEscape === true;
      return filesIn(folder).map((name): readonly [string, StoredFile] => [
        path.posix.join(bucket, prefix, name),
        {
          headers: {
            "content-type": types[path.extname(name)] ?? "application/octet-stream",
            ...(properties.SystemMetadata ?? {}),
          },
          read: () => filled(readFileSync(path.join(folder, name)), markers, isJson),
        },
      ]);
    });
  };
  return new Map(assembly.ofType(copyType).flatMap(filesOf));
};

/** Copies whose sources are no folders of the assembly. */
export const unsupportedCopies = (assembly: LoadedAssembly): readonly string[] =>
  assembly.ofType(copyType).flatMap(({ stack, logicalId, properties }) =>
    ((properties.SourceObjectKeys ?? []) as readonly string[])
      .filter((key) => {
        const folder = assembly.assets.get(key);
        return folder === undefined || !statSync(folder).isDirectory();
      })
      .map((key) => `${stack}/${logicalId}: its source ${key} is no folder of the assembly`),
  );
