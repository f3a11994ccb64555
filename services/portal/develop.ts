/**
 * Serves the portal from its sources while one works on it, against a running cloud:
 * `npm run portal -- http://127.0.0.1:3000`. What is saved shows at once; nothing is built.
 */
import { createServer } from "vite";

const cloud = process.argv[2] ?? "http://127.0.0.1:3000";
const port = Number(process.argv[3] ?? 5173);
const server = await createServer({
  root: import.meta.dirname,
  configFile: false,
  server: {
    host: "127.0.0.1",
    port,
    strictPort: true,
    proxy: Object.fromEntries(["/api", "/config.json", "/openapi.json"].map((path) => [path, cloud])),
  },
});
await server.listen();
server.printUrls();
