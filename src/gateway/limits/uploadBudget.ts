import { FailureError, failure } from "../../sales/failure";

/** Bytes of one person's files in memory. */
export interface UploadHold {
  /** Number of bytes held now. */
  readonly bytes: number;
  /** Counts bytes that are about to be kept. Throws FailureError `uploads-full`. */
  add(bytes: number): void;
  /** Lets all of them go; a second time does nothing. */
  release(): void;
}

/**
 * The memory that uploaded files may take in all, from their first byte until their session is over. One network has
 * at most half of it.
 */
export class UploadBudget {
  private readonly heldBy = new Map<string, number>();

  constructor(
    /** Bytes. */
    private readonly limit: number,
    /** Lets go the files of an idle session, of one network where that is given; false when there is none. */
    private readonly makeRoom: (network?: string) => boolean,
  ) {}

  /** Bytes held at this moment. */
  get held(): number {
    return [...this.heldBy.values()].reduce((sum, bytes) => sum + bytes, 0);
  }

  holdFor(network: string): UploadHold {
    let own = 0;
    return {
      get bytes() {
        return own;
      },
      add: (bytes) => {
        this.take(network, bytes);
        own += bytes;
      },
      release: () => {
        this.change(network, -own);
        own = 0;
      },
    };
  }

  private take(network: string, bytes: number): void {
    const isWithinShare = () => (this.heldBy.get(network) ?? 0) + bytes <= this.limit / 2;
    const isWithinAll = () => this.held + bytes <= this.limit;
    while (!isWithinShare()) if (!this.makeRoom(network)) throw this.full();
    while (!isWithinAll()) if (!this.makeRoom()) throw this.full();
    this.change(network, bytes);
  }

  private full(): FailureError {
    return new FailureError(failure("uploads-full", { megabytes: Math.floor(this.limit / 1_000_000) }));
  }

  private change(network: string, bytes: number): void {
    const held = (this.heldBy.get(network) ?? 0) + bytes;
    if (held > 0) this.heldBy.set(network, held);
    else this.heldBy.delete(network);
  }
}
