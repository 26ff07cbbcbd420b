import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt, resultOf } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { runMain } from "./run.mjs";
import { listen, serverFor } from "./serve.mjs";

const USE = `npm start [-- options]

Installs what is missing, builds the app where sources have changed, and serves it.

  --port <number>   Port to listen on; the next free one where it is taken (4300)
  --host <address>  Address to listen on (127.0.0.1)
  --prefix <path>   Path under which the app is served (/)
  --help            This text`;

/** Reads the options, or says how they are used. */
function optionsOf() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "4300" },
        host: { type: "string", default: "127.0.0.1" },
        prefix: { type: "string", default: "/" },
        help: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`\`${values.port}\` is no port: ports are whole numbers up to 65535.`);
    if (!/^\/(.*\/)?$/.test(values.prefix)) throw new Error(`\`${values.prefix}\` is no prefix: it starts and ends with a slash.`);
    return { ...values, port };
  } catch (problem) {
    console.error(`${problem instanceof Error ? problem.message : String(problem)}\n\n${USE}`);
    return process.exit(2);
  }
}

await runMain(async () => {
  const { port, host, prefix, help } = optionsOf();
  if (help) {
    console.log(USE);
    return;
  }
  await ensureInstalled();
  await ensureBuilt("app");
  const server = serverFor({ root: dirname(resultOf("app")), prefix });
  const taken = await listen(server, { host, port });
  console.log(`Groundplan is at http://${host.includes(":") ? `[${host}]` : host}:${taken}${encodeURI(prefix)}`);
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.on(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
});
