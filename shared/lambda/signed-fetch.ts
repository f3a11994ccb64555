import { NodeHttpHandler } from "@smithy/node-http-handler";
import { SignatureV4 } from "@smithy/signature-v4";
import { defaultProvider } from "./environment-credentials.ts";
import { Sha256 } from "./sha256.ts";

type Sent = {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
};

/** Long enough for a large write, short enough that people hear "busy" and not a bare time-out. */
const timeoutMs = 8000;

const read = async (body: AsyncIterable<Uint8Array>): Promise<unknown> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return undefined;
  }
};

/** Sends signed requests (AWS Signature Version 4) to an endpoint of one AWS service, in the function's own name. */
export const createSignedFetch = (endpoint: string, service: string) => {
  const { protocol, hostname, port, host } = new URL(endpoint);
  const region = process.env.AWS_REGION ?? "";
  const signer = new SignatureV4({ service, region, sha256: Sha256, credentials: defaultProvider() });
  const handler = new NodeHttpHandler({ requestTimeout: timeoutMs });
  return async ({ method, path, headers: own, body }: Sent) => {
    const type = path.endsWith("/_bulk") ? "application/x-ndjson" : "application/json";
    const signed = await signer.sign({
      ...{ protocol, hostname, method, path, body },
      ...(port === "" ? {} : { port: Number(port) }),
      headers: { host, "content-type": type, ...own },
    });
    const { response } = await handler.handle({ ...signed, query: {} } as Parameters<
      typeof handler.handle
    >[0]);
    return { status: response.statusCode, body: await read(response.body) };
  };
};
