import type { FrameSource, RefreshReport } from "../live";
import { collect } from "../sales/collect";
import { FailureError, failure } from "../sales/failure";
import { TABLE_NAMES } from "../sales/schema";
import type { Language } from "../sales/text";
import { freeIds, openBook } from "./book";
import { dataBatches, otherDataSheets } from "./data";
import type { SheetsFile } from "./file";
import { DATA_PREFIX } from "./meta";
import { metaRequests } from "./metaRequests";
import { pack } from "./pack";

export interface SheetsRefreshOptions {
  readonly user: string;
  readonly signal?: AbortSignal;
  readonly language: Language;
  readonly generation: string;
}

/**
 * Writes a full refresh: the packed data into a sheet of its own, then with one last request the meta cell that puts it
 * in force, and away with the data of before. Cut short anywhere, the spreadsheet shows what it showed. Throws
 * FailureError.
 */
export async function refreshSheets(
  file: SheetsFile,
  source: FrameSource,
  { user, signal, language, generation }: SheetsRefreshOptions,
): Promise<RefreshReport> {
  const collected = await collect(source(undefined));
  if (!collected.ok) throw new FailureError(collected.failure);
  const { data, targets, rejected } = collected.value;
  const packed = pack(data);
  const book = await openBook(file);
  const freeId = freeIds(book);
  const sheet = DATA_PREFIX + generation;
  for (const batch of dataBatches(packed, freeId(), sheet)) {
    if (signal?.aborted) throw new FailureError(failure("stopped"));
    await file.write(batch);
  }
  if (signal?.aborted) throw new FailureError(failure("stopped"));
  const now = await openBook(file);
  await file.write([
    ...metaRequests(
      now,
      {
        generation,
        language,
        provenance: data.provenance,
        by: user,
        data: { sheet, pieces: packed.pieces.length, checksum: packed.checksum },
        dashboards: now.meta?.dashboards ?? {},
      },
      freeIds(now),
    ),
    ...otherDataSheets(now, sheet),
  ]);
  return {
    data,
    mode: "full",
    upserted: TABLE_NAMES.reduce((sum, name) => sum + data.tables[name].length, 0),
    removed: 0,
    tables: TABLE_NAMES.map((table) => ({
      table,
      rows: data.tables[table].length,
      rejectedCount: rejected[table].count,
      rejected: rejected[table].sample,
    })),
    proposedTargets: targets,
  };
}
