import { once } from "node:events";
import { EXIT, type Output } from "./command";
import { run } from "./run";
import { serveAsTagWorker } from "./tag-pool";

const output: Output = {
  async data(text) {
    if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
  },
  message(text) {
    process.stderr.write(`${text}\n`);
  },
};

/** A reader that stops early (`| head`) is no error. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.ok);
});

if (!serveAsTagWorker()) {
  void run(process.argv.slice(2), output).then((code) => {
    process.exitCode = code;
  });
}
