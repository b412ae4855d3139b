// The Emscripten glue, build/wasm/topline.js: the bundler resolves this name to it.
declare module "topline-glue" {
  import type { CreateTopline } from "./door.js";
  const createTopline: CreateTopline;
  export default createTopline;
}
