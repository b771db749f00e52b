import { pipeline, Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { constants, createGzip } from "node:zlib";
import { encodeLines } from "../sales/frames";

/**
 * The body of a refresh, or of what is read like one: one JSON a line, sent (and with gzip flushed) as soon as it is there, asked of the source
 * only as fast as the client reads. `onClose` is told once it has ended or its reader has left.
 */
export function refreshStream(
  frames: AsyncIterable<object>,
  { gzip, onClose }: { readonly gzip: boolean; readonly onClose: () => void },
): ReadableStream<Uint8Array> {
  const lines = Readable.fromWeb(encodeLines(frames) as NodeStream);
  lines.once("close", onClose);
  if (!gzip) return Readable.toWeb(lines) as ReadableStream<Uint8Array>;
  const compressed = createGzip({ flush: constants.Z_SYNC_FLUSH });
  compressed.once("close", onClose);
  // A reader that leaves ends the pipeline with an error: there is nobody left to tell.
  pipeline(lines, compressed, () => undefined);
  return Readable.toWeb(compressed) as ReadableStream<Uint8Array>;
}
