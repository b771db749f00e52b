import { csvConnector } from "./csv/connector";
import { demoConnector } from "./demo/connector";
import { type Registry, registry } from "./registry";

/**
 * Every connector of the product, registered once. `folders`: whether the CSV connector may read a folder by its
 * path (a command line: yes; a gateway that strangers reach: no).
 */
export const connectors = (options: { readonly folders: boolean }): Registry =>
  registry([demoConnector(), csvConnector(options)]);
