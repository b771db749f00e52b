// Printable ASCII needs no care, and is what most cells hold.
const PLAIN = /^[\x20-\x7e]*$/;
/**
 * Characters that XML, and so a workbook, cannot hold: control characters but tab and newline, lone surrogates,
 * U+FFFE/F.
 */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Trimmed, NFC-normalised, and with U+FFFD in place of each character that no workbook can hold. */
export function cleanText(text: string): string {
  const trimmed = text.trim();
  return PLAIN.test(trimmed) ? trimmed : trimmed.replace(UNWRITABLE, "\ufffd").normalize("NFC");
}
