// What web/build.mjs makes of build/wasm and wasm/js/worker.ts.
declare module "topline-bundled" {
  export const bundledWasm: string;
  export const bundledWorker: string;
}
