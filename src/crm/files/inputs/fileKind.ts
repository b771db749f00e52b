/** The kind of a file by its first bytes, whatever its name. */
export type FileKind = "text" | "zip" | "ole";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** A stream of this name holds a workbook under a password. UTF-16, as the container writes it. */
const ENCRYPTED = Buffer.from("EncryptedPackage", "utf16le");

export function kindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, ZIP)) return "zip";
  return startsWith(bytes, OLE) ? "ole" : "text";
}

/** True when an OLE container is a workbook under a password; else it is one of Excel before 2007. */
export const isEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED);

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);
