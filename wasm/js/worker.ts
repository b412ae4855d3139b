// SPDX-License-Identifier: Apache-2.0
// The worker's side: one engine, one analysis at a time. A classic worker (module workers cannot be
// started from a Blob URL on file://), so this is bundled with the glue into one script.

import createTopline from "topline-glue";
import { Engine, Reading } from "./engine.js";
import { Failure } from "./failure.js";
import type { Calls, Reply, Request } from "./protocol.js";

let engine: Promise<Engine> | undefined;
let reading: Reading | undefined;
const running = new Map<number, AbortController>();

const calls: { [Op in keyof Calls]: (args: Calls[Op]["args"], id: number) => Promise<Calls[Op]["value"]> } = {
  async load({ wasmModule }) {
    engine = Engine.load(createTopline, { wasmModule });
    return { version: (await engine).version() };
  },

  /** The former analysis stays until this one is done: cancelling keeps what was on the screen. */
  async analyse({ inputs, settings }, id) {
    const abort = new AbortController();
    running.set(id, abort);
    const next = (await loaded()).open(settings);
    try {
      let told = 0;
      await next.read(inputs, {
        signal: abort.signal,
        onProgress(progress) {
          const now = performance.now();
          if (now - told < 50) return;
          told = now;
          post({ id, progress });
        },
      });
      const json = next.render("json");
      reading?.close();
      reading = next;
      return json;
    } catch (problem) {
      next.close();
      throw problem;
    } finally {
      running.delete(id);
    }
  },

  async restate({ settings }) {
    const next = current().restated(settings);
    if (!next) return null;
    reading?.close();
    reading = next;
    return next.render("json");
  },

  async render({ format, width }) {
    return current().render(format, width);
  },
  async rows({ input, from, limit }) {
    return current().rows(input, from, limit);
  },
  async plan() {
    return current().plan();
  },
  async tally() {
    return current().tally();
  },
  async explain({ measure, language }) {
    return (await loaded()).explain(measure, language);
  },
  async kinds({ language }) {
    return (await loaded()).kinds(language);
  },
  async sample(options) {
    return (await loaded()).sample(options);
  },
};

async function loaded(): Promise<Engine> {
  if (!engine) throw new Failure("not_loaded", "The engine was not loaded.");
  return engine;
}

function current(): Reading {
  if (!reading) throw new Failure("no_input", "Nothing has been read yet.");
  return reading;
}

function post(reply: Reply): void {
  (self as unknown as { postMessage(message: unknown): void }).postMessage(reply);
}

self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  if (data.op === "cancel") {
    running.get(data.args.id)?.abort();
    return;
  }
  const { id, op, args } = data;
  try {
    const call = calls[op] as (args: unknown, id: number) => Promise<unknown>;
    post({ id, value: await call(args, id) });
  } catch (problem) {
    const { code, message } = Failure.from(problem);
    post({ id, failure: { code, text: message } });
  }
});
