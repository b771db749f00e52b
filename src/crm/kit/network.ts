import { z } from "zod";
import { guardedFetch } from "../guardedFetch";
import type { Fetch, HttpSource } from "../http";
import { dataDateOption } from "./options";

/** The addresses that a connector may call, and its patience. */
export interface Network {
  /** True when a CRM on this machine or in a private network may be named, unless the administrator says. */
  readonly privateAddresses?: boolean;
  /** A stand-in for the network, for tests. */
  readonly fetch?: Fetch;
  readonly retries?: number;
  readonly attemptTimeoutMs?: number;
}

/** The day the data is as of; absent: today where the company works. */
export const DATA_DATE = { dataDate: z.union([z.undefined(), dataDateOption]) };

/** Options that a form does not show, for administrators and tests: data date, records a page, private addresses. */
export const connectionOptions = (
  network: Network,
  page: { readonly most: number; readonly usual: number },
) => ({
  ...DATA_DATE,
  pageSize: z.coerce.number().int().min(1).max(page.most).default(page.usual),
  privateAddresses: z.boolean().default(network.privateAddresses ?? false),
});

/** Asks a CRM at an address that a person typed. */
export const httpSource = (
  { fetch, retries, attemptTimeoutMs }: Network,
  label: string,
  privateAddresses = false,
): HttpSource => ({
  fetch: fetch ?? guardedFetch({ privateAddresses }),
  label,
  ...(retries !== undefined && { retries }),
  ...(attemptTimeoutMs !== undefined && { attemptTimeoutMs }),
});
