import { lookup as resolveName } from "node:dns";
import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { type AddressRules, admit } from "./address";
import type { Fetch } from "./http";

/** Bytes, unpacked: more than any page of a CRM; an answer that goes on for longer is cut. */
const LONGEST_ANSWER = 256 * 1024 * 1024;
/** Pages of records shrink to a thirtieth. */
const COMPRESSION = "gzip";

/**
 * A fetch for addresses that a person gave. Each connection is judged by the very IP address it is made to, so that
 * a name cannot point elsewhere a moment later; redirections are handed back, not followed. Rejects with the
 * FailureError of `admit`, or Node's own error. Answers come packed and are handed on unpacked; `longestAnswer` in bytes
 * holds for the unpacked one.
 */
export function guardedFetch(rules: AddressRules, longestAnswer = LONGEST_ANSWER): Fetch {
  const ways = {
    "http:": { request: httpRequest, agent: new HttpAgent({ keepAlive: true }) },
    "https:": { request: httpsRequest, agent: new HttpsAgent({ keepAlive: true }) },
  };
  return async (request) => {
    const url = new URL(request.url);
    const way = url.protocol === "https:" ? ways["https:"] : ways["http:"];
    const secure = url.protocol === "https:";
    const host = url.hostname.replace(/^\[|\]$/g, "");
    // Node resolves names only; an address is judged here.
    if (isIP(host) !== 0) admit(host, secure, rules);
    const body = Buffer.from(await request.arrayBuffer());
    const options: RequestOptions = {
      agent: way.agent,
      method: request.method,
      headers: {
        "accept-encoding": COMPRESSION,
        ...Object.fromEntries(request.headers),
        "content-length": body.length,
      },
      signal: request.signal,
      lookup: judgingLookup(secure, rules),
    };
    return answer((respond) => way.request(url, options, respond), body, longestAnswer);
  };
}

const judgingLookup =
  (secure: boolean, rules: AddressRules): LookupFunction =>
  (name, options, done) =>
    resolveName(name, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      try {
        for (const { address } of addresses) admit(address, secure, rules);
      } catch (refusal) {
        return done(refusal as Error, []);
      }
      const [first] = addresses;
      return options.all || !first ? done(null, addresses) : done(null, first.address, first.family);
    });

/** HTTP ends at 599, Node takes any three digits, and `Response` throws for what is out of range. */
const isStatus = (status: number): boolean => status >= 200 && status <= 599;
/** The stand-in for a status that is none: an answer that no reader takes. */
const NO_STATUS = 501;

type Send = (respond: Parameters<typeof httpRequest>[2]) => ReturnType<typeof httpRequest>;

function answer(send: Send, body: Buffer, longest: number): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = send((incoming) => {
      const unpacked = unpackedOf(incoming, reject);
      const parts: Buffer[] = [];
      let length = 0;
      unpacked.on("data", (part: Buffer) => {
        parts.push(part);
        length += part.length;
        // Counted while it is read: a small answer may unpack to one that fills the memory.
        if (length > longest) unpacked.destroy(new Error("answer too long"));
      });
      unpacked.on("error", reject);
      unpacked.on("end", () => {
        const { statusCode = 0, headers } = incoming;
        const status = isStatus(statusCode) ? statusCode : NO_STATUS;
        const empty = status === 204 || status === 205 || status === 304;
        try {
          resolve(new Response(empty ? null : Buffer.concat(parts), { status, headers: toldOf(headers) }));
        } catch (thrown) {
          // Thrown in a listener it would end the process.
          reject(thrown);
        }
      });
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** The body as it was before the server packed it. */
function unpackedOf(incoming: IncomingMessage, failed: (error: unknown) => void): Readable {
  if (incoming.headers["content-encoding"] !== COMPRESSION) return incoming;
  return pipeline(incoming, createGunzip(), (error) => {
    if (error) failed(error);
  });
}

/** The headers of the body as it is handed on: unpacked. */
const toldOf = (headers: IncomingHttpHeaders): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    typeof value === "string" && name !== "content-encoding" && name !== "content-length"
      ? [[name, value]]
      : [],
  );
