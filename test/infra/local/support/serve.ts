import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A listener on a free port of this machine; `listener` may be set once its address is known. */
export type Serving = { readonly origin: string; readonly stop: () => Promise<void> };

export const serve = async (
  listenerFor: (origin: string) => RequestListener | Promise<RequestListener>,
): Promise<Serving> => {
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on("request", await listenerFor(origin));
  return {
    origin,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
