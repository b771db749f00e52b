import { Unzip, UnzipInflate, unzipSync } from "fflate";

/** The parts of a workbook that may be unzipped, together: a million rows of twenty columns are half a gigabyte. */
const MOST_UNZIPPED_BYTES = 1_500_000_000;
const PIECE_BYTES = 262_144;

export interface ZipEntry {
  readonly name: string;
  /** As the archive says; it may lie. */
  readonly bytes: number;
}

/** The entries of an archive, none of them unzipped. Undefined when it is damaged. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const entries: ZipEntry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries.push({ name, bytes: originalSize });
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return entries;
}

/** Whether an archive unzips to at most `limit` bytes: what it says of itself, then what really comes out, piece by piece. */
export function unzipsWithin(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  limit = MOST_UNZIPPED_BYTES,
): boolean {
  if (entries.reduce((sum, entry) => sum + entry.bytes, 0) > limit) return false;
  let total = 0;
  const unzip = new Unzip((file) => {
    file.ondata = (_error, data) => {
      total += data?.length ?? 0;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for (let from = 0; from < bytes.length && total <= limit; from += PIECE_BYTES)
    unzip.push(bytes.subarray(from, from + PIECE_BYTES), from + PIECE_BYTES >= bytes.length);
  return total <= limit;
}
