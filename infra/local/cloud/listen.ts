import type { Server } from "node:http";

/** A listening server. */
export type Listening = { readonly url: string; readonly port: number; readonly stop: () => Promise<void> };

/** Listens on 127.0.0.1 (0 = any free port); `stop` cuts connections that are still open. */
export const listen = (server: Server, port: number): Promise<Listening> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const actual = typeof address === "object" && address !== null ? address.port : port;
      const stop = (): Promise<void> =>
        new Promise((stopped) => {
          server.close(() => stopped());
          server.closeAllConnections();
        });
      resolve({ url: `http://127.0.0.1:${actual}`, port: actual, stop });
    });
  });
