// SPDX-License-Identifier: Apache-2.0
// A static host on this machine, as dumb as the ones that the site is made for.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";

const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm" };

export async function serve(folder) {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://localhost").pathname);
    if (path === "/desk") return response.setHeader("Content-Type", "text/html").end(desk);
    try {
      const file = join(folder, path === "/" ? "index.html" : path);
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
      response.end(await readFile(file));
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Another program on the desk: text is copied from it and pasted into it. */
const desk = `<!doctype html><meta charset="utf-8"><title>desk</title><textarea id="desk"></textarea>
<script>let html = ""; addEventListener("paste", (event) => { html = event.clipboardData.getData("text/html"); });</script>`;
