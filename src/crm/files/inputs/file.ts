/** A file in memory: read from a folder, or uploaded. `name` is what people know it by, without folders. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
