import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fetch } from "../src/crm/http";

interface Kept {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

const keyOf = async (request: Request): Promise<string> =>
  `${request.method} ${request.url} ${await request.clone().text()}`;

/**
 * The answers of a stand-in, kept once and then given again over HTTP on this machine: the connector and a bare fetch
 * get the same bytes by the same way, and the stand-in's own work is not measured.
 */
export class Replay {
  private readonly answers: Kept[] = [];
  private readonly places = new Map<string, number[]>();
  private server: Server | undefined;
  private address = "";

  /** Keeps what `answering` gives. */
  recording(answering: Fetch): Fetch {
    return async (request) => {
      const key = await keyOf(request);
      const answer = await answering(request);
      const body = Buffer.from(await answer.clone().arrayBuffer());
      const place = this.answers.push({ status: answer.status, headers: headersOf(answer), body }) - 1;
      this.places.set(key, [...(this.places.get(key) ?? []), place]);
      return answer;
    };
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const kept = this.answers[Number(request.url?.slice(1))];
      response.writeHead(kept?.status ?? 404, kept?.headers).end(kept?.body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    this.server = server;
    this.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Gives to each question what was given to it before, the first time, the second time, and so on. */
  again(): Fetch {
    const asked = new Map<string, number>();
    return async (request) => {
      const key = await keyOf(request);
      const nth = asked.get(key) ?? 0;
      asked.set(key, nth + 1);
      const place = this.places.get(key)?.[nth];
      if (place === undefined) throw new Error(`never asked before: ${request.method} ${request.url}`);
      return fetch(`${this.address}/${place}`);
    };
  }

  /** All answers one after the other, and nothing done with them. */
  async bare(): Promise<void> {
    for (const place of this.answers.keys()) await (await fetch(`${this.address}/${place}`)).arrayBuffer();
  }

  get requests(): number {
    return this.answers.length;
  }

  get bytes(): number {
    return this.answers.reduce((sum, { body }) => sum + body.length, 0);
  }

  stop(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }
}

/** Lengths and encodings are the new server's business. */
const headersOf = (answer: Response): Record<string, string> =>
  Object.fromEntries(
    [...answer.headers].filter(([name]) => !["content-length", "content-encoding"].includes(name)),
  );
