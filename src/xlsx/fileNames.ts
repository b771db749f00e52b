/**
 * Leaves room for a folder and for suffixes that a browser or a synchronised disk adds; in UTF-16 units and in bytes.
 */
const LONGEST = { characters: 80, bytes: 160 } as const;
const NAMELESS = "copie";

/**
 * A file name for each label, in order: `Vigie-Nord.xlsx`. Letters and digits of any script are kept, whatever else
 * becomes a hyphen, so that every system takes it; no two are the same, case and accents aside.
 */
export function fileNames(labels: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return labels.map((label) => {
    const stem = `Vigie-${safe(label) || NAMELESS}`;
    let name = stem;
    for (let number = 2; taken.has(comparable(name)); number++) name = `${stem}-${number}`;
    taken.add(comparable(name));
    return `${name}.xlsx`;
  });
}

function safe(label: string): string {
  const words = label.normalize("NFC").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  return shortened(words).replace(/^-+|-+$/g, "");
}

/** Whole characters only. */
function shortened(text: string): string {
  const encoder = new TextEncoder();
  let kept = "";
  let bytes = 0;
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > LONGEST.bytes || kept.length + character.length > LONGEST.characters) break;
    kept += character;
  }
  return kept;
}

const comparable = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
