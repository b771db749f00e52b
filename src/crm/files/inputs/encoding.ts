import chardet from "chardet";
import iconv from "iconv-lite";

/** How a file's bytes are read. `certain` is false when some of them are not valid in that encoding. */
export interface Encoding {
  readonly name: string;
  readonly certain: boolean;
}

const SAMPLE_BYTES = 65_536;
const PIECE_BYTES = 65_536;
/** chardet is good at scripts, not at telling one Latin code page from another; ours are French. */
const OTHER_SCRIPTS =
  /^(UTF-32|Shift_JIS|Big5|GB18030|EUC-|windows-1251|KOI8-R|windows-125[356]|ISO-8859-[5678])/;
const SURE = 60;
const SPECIAL = /\P{ASCII}/gu;

/** The encoding of a file, or undefined when it holds no text (a spreadsheet, an image). */
export function detectEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const marked = markedEncoding(sample) ?? unmarkedUtf16(sample);
  if (marked) return { name: marked, certain: marked !== "utf-8" || isUtf8(bytes) };
  if (sample.includes(0)) return undefined;
  if (isUtf8(bytes)) return { name: "utf-8", certain: true };
  if (isMostlyUtf8(bytes)) return { name: "utf-8", certain: false };
  const best = chardet.analyse(sample)[0];
  if (best && best.confidence >= SURE && OTHER_SCRIPTS.test(best.name) && iconv.encodingExists(best.name))
    return { name: best.name.toLowerCase(), certain: true };
  return { name: latinPage(sample), certain: true };
}

/** Code pages of Western text, the usual one first: Windows, the Mac before 2001, DOS. */
const LATIN_PAGES = ["windows-1252", "macintosh", "cp850"] as const;
/** No letter stands between the digits of a number. */
const LETTERS = /(?<!\d)[éèêëàâäîïôöûüùçœæÉÈÊËÀÂÄÎÏÔÖÛÜÙÇŒÆñóíáúãõßåø](?!\d)/gu;
const SIGNS = /[€£°«»’‘“”–—…·§²³½\u00a0]/gu;

/** The text in pieces, its byte order mark taken off and every line end made `\n`. */
export function* decodedPieces(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = iconv.getDecoder(encoding.name, { stripBOM: true });
  let heldReturn = "";
  for (let from = 0; from < bytes.length; from += PIECE_BYTES) {
    const part = bytes.subarray(from, from + PIECE_BYTES);
    const text = heldReturn + decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    // A carriage return at the very end may be half of a line end.
    heldReturn = text.endsWith("\r") ? "\r" : "";
    yield withNewlines(heldReturn ? text.slice(0, -1) : text);
  }
  yield withNewlines(heldReturn + (decoder.end() ?? ""));
}

const withNewlines = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

/**
 * The code page of single bytes: Windows', unless it makes characters of them that nobody writes; then the one under
 * which most are letters and signs that people write.
 */
function latinPage(sample: Uint8Array): string {
  const strange = (page: string) => {
    const text = iconv.decode(Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength), page);
    const count = (kind: RegExp) => text.match(kind)?.length ?? 0;
    return count(SPECIAL) - count(LETTERS) - count(SIGNS);
  };
  return LATIN_PAGES.reduce((best, page) => (strange(page) < strange(best) ? page : best));
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 of Western text has a zero in nearly every second byte. */
function unmarkedUtf16(sample: Uint8Array): string | undefined {
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 8) return undefined;
  const zeros: [number, number] = [0, 0];
  for (let at = 0; at < pairs * 2; at++) if (sample[at] === 0) zeros[(at % 2) as 0 | 1]++;
  if (zeros[1] > pairs * 0.6 && zeros[0] < pairs * 0.1) return "utf-16le";
  if (zeros[0] > pairs * 0.6 && zeros[1] < pairs * 0.1) return "utf-16be";
  return undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let from = 0; from < bytes.length; from += SAMPLE_BYTES)
      decoder.decode(bytes.subarray(from, from + SAMPLE_BYTES), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 into which a few foreign bytes were pasted: far more of its special characters are right than wrong. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8");
  let right = 0;
  let wrong = 0;
  for (let from = 0; from < bytes.length; from += SAMPLE_BYTES)
    for (const special of decoder
      .decode(bytes.subarray(from, from + SAMPLE_BYTES), { stream: true })
      .match(SPECIAL) ?? [])
      if (special === "\ufffd") wrong++;
      else right++;
  return right > 4 * wrong;
}
