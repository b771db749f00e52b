import { TextDecoder as Decoder, TextEncoder as Encoder } from "node:util";

/**
 * What browsers have and jsdom lacks, for writing files. Node's own encoder gives arrays of another realm, which the
 * libraries would not know for arrays of bytes.
 */
class RealmEncoder {
  private readonly encoder = new Encoder();
  readonly encoding = "utf-8";
  encode(text = ""): Uint8Array {
    return Uint8Array.from(this.encoder.encode(text));
  }
  encodeInto(text: string, into: Uint8Array) {
    return this.encoder.encodeInto(text, into);
  }
}

Object.assign(globalThis, { TextEncoder: RealmEncoder, TextDecoder: Decoder });
