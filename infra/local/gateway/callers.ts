/** A function as the gateway knows it: by the access key of the container that calls. */
export type CallingFunction = { readonly functionArn: string; readonly roleArn: string };

/** What requests to buckets are signed with, as AWS would keep it for each key. */
export type KeyHolder = CallingFunction & { readonly secret: string };

/** Finds the function that an access key was given to. */
export type Identify = (accessKey: string) => KeyHolder | undefined;

/** A call that a role had no permission for, kept so that tests can demand there is none. */
export type Denial = {
  readonly time: string;
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  readonly reason: string;
};

/** The access key of a signed request: the first part of the credential scope. */
export const accessKeyOf = (authorization: string | undefined): string =>
  /Credential=([^/,\s]+)\//.exec(authorization ?? "")?.[1] ?? "";
