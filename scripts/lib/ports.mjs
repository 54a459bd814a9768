import { createServer } from "node:net";

/** A port of the local interface that nothing listens on. */
export async function freePort() {
  return await listenOnce(0);
}

/** Whether nothing listens on a port of the local interface. */
export async function isFree(port) {
  return await listenOnce(port).then(
    () => true,
    () => false,
  );
}

async function listenOnce(port) {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: bound } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return bound;
}
