import { basename } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import Busboy, { type BusboyInstance } from "@fastify/busboy";
import { FailureError, failure } from "../sales/failure";
import type { GatewayConfig } from "./config";
import type { UploadHold } from "./limits/uploadBudget";

const MEGABYTE = 1_000_000;
/** Texts of a form: the fields of the largest source, its name and the mapping of its columns. */
const MOST_TEXTS = 40;
const LONGEST_TEXT = 200_000;
const MOST_HEADERS = 20;

/** A file sent by the pane, whole in memory: what a connection field of kind `files` receives. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A multipart form: the files of each field, and its texts. */
export interface Form {
  readonly files: ReadonlyMap<string, readonly UploadedFile[]>;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Reads a form as it comes: every byte and part is counted before it is kept, and the first one too many ends the reading.
 * Throws FailureError `request-invalid`, `upload-too-large`, `uploads-full`.
 */
export async function readForm(
  body: ReadableStream<Uint8Array>,
  contentType: string,
  config: Pick<GatewayConfig, "uploadFiles" | "uploadMegabytes">,
  hold: UploadHold,
): Promise<Form> {
  const files = new Map<string, UploadedFile[]>();
  const texts: Record<string, string> = {};
  const form = parserOf(contentType, config.uploadFiles);
  let size = 0;
  const refuse = (reason: FailureError) => form.destroy(reason);
  const tooLarge = () => refuse(new FailureError(failure("upload-too-large", { files: config.uploadFiles })));
  form.on("file", (field, content, name) => {
    const parts: Buffer[] = [];
    content.on("data", (part: Buffer) => parts.push(part));
    // A part that breaks off: unheard, it would end the process.
    content.on("error", () => refuse(noForm()));
    content.on("end", () => {
      const file = { name: fileName(name), bytes: new Uint8Array(Buffer.concat(parts)) };
      files.set(field, [...(files.get(field) ?? []), file]);
    });
  });
  form.on("field", (name, value, _nameIsCut, isCut) => {
    if (isCut)
      refuse(new FailureError(failure("request-invalid", { expected: `${LONGEST_TEXT / 1_000} KB` })));
    else texts[name] = value;
  });
  for (const event of ["filesLimit", "partsLimit", "fieldsLimit"] as const) form.on(event, tooLarge);
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > config.uploadMegabytes * MEGABYTE)
        throw new FailureError(failure("upload-too-large", { megabytes: config.uploadMegabytes }));
      hold.add(chunk.length);
      yield chunk;
    }
  }
  try {
    await pipeline(Readable.fromWeb(body as NodeStream), counted, form);
  } catch (thrown) {
    throw thrown instanceof FailureError ? thrown : noForm();
  }
  return { files, texts };
}

function parserOf(contentType: string, uploadFiles: number): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": contentType },
      limits: {
        files: uploadFiles,
        fields: MOST_TEXTS,
        parts: uploadFiles + MOST_TEXTS,
        fieldSize: LONGEST_TEXT,
        headerPairs: MOST_HEADERS,
      },
    });
  } catch {
    throw noForm();
  }
}

const noForm = (): FailureError =>
  new FailureError(failure("request-invalid", { expected: "multipart/form-data" }));

/** Only ever a label in messages; the folders of the sender's machine stay out of it. */
const fileName = (sent: string | undefined): string =>
  basename((sent ?? "").replaceAll("\\", "/")).slice(0, 200) || "?";
